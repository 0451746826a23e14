/** The way to Kafka and back: transactions out, the compacted ledger in. */
@NullMarked
package org.jdfwire.fetcher.publish;

import org.jspecify.annotations.NullMarked;
