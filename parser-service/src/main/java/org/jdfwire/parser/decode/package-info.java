/** First step: the bytes of a page become text, or a refusal that names the byte. */
@NullMarked
package org.jdfwire.parser.decode;

import org.jspecify.annotations.NullMarked;
