/** Third step: which page of the magazine this is, and the layout that the pages of its era have. */
@NullMarked
package org.jdfwire.parser.era;

import org.jspecify.annotations.NullMarked;
