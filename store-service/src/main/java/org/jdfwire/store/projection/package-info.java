/** The latest state of topics, issues, pages and fetches, and the rejected pages; all of it can be built anew from Kafka. */
@NullMarked
package org.jdfwire.store.projection;

import org.jspecify.annotations.NullMarked;
