/** A real Kafka broker inside the JVM, on disk. */
@NullMarked
package org.jdfwire.standalone.broker;

import org.jspecify.annotations.NullMarked;
