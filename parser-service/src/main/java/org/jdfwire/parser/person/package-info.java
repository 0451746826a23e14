/** Fifth step, for people: who is named with an office or a rank. */
@NullMarked
package org.jdfwire.parser.person;

import org.jspecify.annotations.NullMarked;
