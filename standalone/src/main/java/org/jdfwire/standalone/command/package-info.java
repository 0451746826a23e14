/** What the user typed, and the folder it is about. */
@NullMarked
package org.jdfwire.standalone.command;

import org.jspecify.annotations.NullMarked;
