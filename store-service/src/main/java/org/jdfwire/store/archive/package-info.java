/** Keeps the exact bytes of every page once, and each observation of them, so that a change leads to what was seen. */
@NullMarked
package org.jdfwire.store.archive;

import org.jspecify.annotations.NullMarked;
