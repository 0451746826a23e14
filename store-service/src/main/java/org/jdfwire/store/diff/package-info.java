/** What differs between two states of a topic, word by word, for programs and for people. */
@NullMarked
package org.jdfwire.store.diff;

import org.jspecify.annotations.NullMarked;
