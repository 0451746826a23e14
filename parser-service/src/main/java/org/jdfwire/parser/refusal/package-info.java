/** How any step says that a page cannot be read. */
@NullMarked
package org.jdfwire.parser.refusal;

import org.jspecify.annotations.NullMarked;
