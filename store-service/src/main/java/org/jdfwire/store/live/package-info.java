/** Changes as they happen, handed to every subscriber from one ring of encoded bytes. */
@NullMarked
package org.jdfwire.store.live;

import org.jspecify.annotations.NullMarked;
