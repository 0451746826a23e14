/** Sixth step: the words of a topic become countries, dates and a kind, by tables and patterns. */
@NullMarked
package org.jdfwire.parser.field;

import org.jspecify.annotations.NullMarked;
