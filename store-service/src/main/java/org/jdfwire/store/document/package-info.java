/** What the store offers, told to machines: OpenAPI for the HTTP side, AsyncAPI for the Kafka side. */
@NullMarked
package org.jdfwire.store.document;

import org.jspecify.annotations.NullMarked;
