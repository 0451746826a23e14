/** What words are the same, and where a sentence ends: the small questions every step asks of a text. */
@NullMarked
package org.jdfwire.parser.text;

import org.jspecify.annotations.NullMarked;
