/** Second step: a document becomes blocks in reading order, each knowing where it stands in the page. */
@NullMarked
package org.jdfwire.parser.block;

import org.jspecify.annotations.NullMarked;
