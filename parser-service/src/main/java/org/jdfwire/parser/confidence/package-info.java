/** Last step: counts how much of a page was read, and compares it with what pages of its layout had. */
@NullMarked
package org.jdfwire.parser.confidence;

import org.jspecify.annotations.NullMarked;
