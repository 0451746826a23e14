/** A page from being published to being seen, through the whole pipeline and beside a bare loop. */
@NullMarked
package org.jdfwire.bench.pipeline;

import org.jspecify.annotations.NullMarked;
