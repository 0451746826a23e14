/** The envelope every message has: CloudEvents 1.0 attributes as Kafka headers. */
@NullMarked
package org.jdfwire.contracts.event;

import org.jspecify.annotations.NullMarked;
