/** The source kind rss: a feed that is polled, and the pages that it links to. */
@NullMarked
package org.jdfwire.fetcher.rss;

import org.jspecify.annotations.NullMarked;
