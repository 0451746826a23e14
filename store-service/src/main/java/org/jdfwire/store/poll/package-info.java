/** Hands operators' wishes to the fetchers, through Kafka as everything between services. */
@NullMarked
package org.jdfwire.store.poll;

import org.jspecify.annotations.NullMarked;
