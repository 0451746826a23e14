/** Third step: which page this is, what of it is furniture, and which headings open topics. */
@NullMarked
package org.jdfwire.parser.layout;

import org.jspecify.annotations.NullMarked;
