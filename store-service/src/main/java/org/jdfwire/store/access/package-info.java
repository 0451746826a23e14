/** Who may do what: the tokens, and which of the requests need one. */
@NullMarked
package org.jdfwire.store.access;

import org.jspecify.annotations.NullMarked;
