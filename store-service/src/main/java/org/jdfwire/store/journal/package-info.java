/** The changes in their order: kept in MongoDB, published on {@code jdf.changes}. */
@NullMarked
package org.jdfwire.store.journal;

import org.jspecify.annotations.NullMarked;
