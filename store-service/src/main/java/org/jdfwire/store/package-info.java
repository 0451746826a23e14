/** The store: writes the journal of changes and serves it as feeds. */
@NullMarked
package org.jdfwire.store;

import org.jspecify.annotations.NullMarked;
