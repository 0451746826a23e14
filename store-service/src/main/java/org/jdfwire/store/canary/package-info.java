/** Canaries at their end: judged by the writer, heard by every instance, seen by no reader of the feed. */
@NullMarked
package org.jdfwire.store.canary;

import org.jspecify.annotations.NullMarked;
