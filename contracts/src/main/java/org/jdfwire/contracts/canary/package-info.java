/** What is said of canaries, the sample pages that show that the way from fetcher to feed is open. */
@NullMarked
package org.jdfwire.contracts.canary;

import org.jspecify.annotations.NullMarked;
