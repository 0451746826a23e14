/** Fourth step: what of a page is furniture, and which headings open topics. */
@NullMarked
package org.jdfwire.parser.layout;

import org.jspecify.annotations.NullMarked;
