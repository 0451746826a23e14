/** The one writer of the journal: from a batch of {@code jdf.topics} to changes, and its recovery after a crash. */
@NullMarked
package org.jdfwire.store.writer;

import org.jspecify.annotations.NullMarked;
