/** Benchmarks; each prints what it measures beside a baseline of the same run. */
@NullMarked
package org.jdfwire.bench;

import org.jspecify.annotations.NullMarked;
