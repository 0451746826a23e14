/** One JVM with all of JDF Wire in it: a Kafka broker, a MongoDB-protocol server and the three services. */
@NullMarked
package org.jdfwire.standalone;

import org.jspecify.annotations.NullMarked;
