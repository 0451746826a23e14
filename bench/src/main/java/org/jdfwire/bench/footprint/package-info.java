/** What each process of a fleet needs, and how fast it is by itself. */
@NullMarked
package org.jdfwire.bench.footprint;

import org.jspecify.annotations.NullMarked;
