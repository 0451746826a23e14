/** A page of the site: how it was fetched, what is known of it, why it was refused. */
@NullMarked
package org.jdfwire.contracts.page;

import org.jspecify.annotations.NullMarked;
