/** What one event of {@code jdf.topics} changes, given what was known before; no Kafka, no MongoDB. */
@NullMarked
package org.jdfwire.store.rules;

import org.jspecify.annotations.NullMarked;
