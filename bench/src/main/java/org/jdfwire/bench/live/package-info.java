/** Live delivery to many subscribers, beside nchan. */
@NullMarked
package org.jdfwire.bench.live;

import org.jspecify.annotations.NullMarked;
