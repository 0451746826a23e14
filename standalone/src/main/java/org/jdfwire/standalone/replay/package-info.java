/** Reads all stored pages once more with the present parser, or tells what that would change. */
@NullMarked
package org.jdfwire.standalone.replay;

import org.jspecify.annotations.NullMarked;
