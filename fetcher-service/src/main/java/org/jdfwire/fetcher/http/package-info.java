/** One polite request: robots.txt, the host's turn, limits, and the one outcome it ends in. */
@NullMarked
package org.jdfwire.fetcher.http;

import org.jspecify.annotations.NullMarked;
