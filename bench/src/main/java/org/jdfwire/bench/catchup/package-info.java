/** A client that catches up with the whole journal, beside a loop over the bare driver. */
@NullMarked
package org.jdfwire.bench.catchup;

import org.jspecify.annotations.NullMarked;
