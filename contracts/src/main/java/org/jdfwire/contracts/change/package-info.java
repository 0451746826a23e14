/** A change of a topic or an issue, its place in the journal, and the hash that chains it to the one before. */
@NullMarked
package org.jdfwire.contracts.change;

import org.jspecify.annotations.NullMarked;
