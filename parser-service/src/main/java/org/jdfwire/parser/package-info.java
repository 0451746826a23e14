/** parser-service: reads a page's bytes into topics, step by step, with no Spring in any step. */
@NullMarked
package org.jdfwire.parser;

import org.jspecify.annotations.NullMarked;
