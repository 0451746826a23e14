/** The gold set: pages of our own writing with what a reader finds on them, and how close the parser comes. */
@NullMarked
package org.jdfwire.parser.gold;

import org.jspecify.annotations.NullMarked;
