/** What metrics cost. */
@NullMarked
package org.jdfwire.bench.metrics;

import org.jspecify.annotations.NullMarked;
