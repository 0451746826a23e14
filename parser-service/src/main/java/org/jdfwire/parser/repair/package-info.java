/** Damage of a text that can have been only one thing: it is undone, and every time it is said. */
@NullMarked
package org.jdfwire.parser.repair;

import org.jspecify.annotations.NullMarked;
