/** What is known of each URL, and how one more attempt changes it. */
@NullMarked
package org.jdfwire.fetcher.ledger;

import org.jspecify.annotations.NullMarked;
