/** Archives of the web (WARC, ISO 28500): each record read as a page's capture, or passed over with a reason. */
@NullMarked
package org.jdfwire.fetcher.warc;

import org.jspecify.annotations.NullMarked;
