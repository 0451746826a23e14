/** Reads the latest state for those who ask: topics, issues, sources, and how a list goes on. */
@NullMarked
package org.jdfwire.store.query;

import org.jspecify.annotations.NullMarked;
