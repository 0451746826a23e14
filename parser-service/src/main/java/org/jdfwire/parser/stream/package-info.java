/** The one stream function around the parser, its wiring and its counters. */
@NullMarked
package org.jdfwire.parser.stream;

import org.jspecify.annotations.NullMarked;
