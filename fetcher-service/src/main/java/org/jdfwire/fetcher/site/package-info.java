/** The source kind site: start pages, and the links that lead on from them. */
@NullMarked
package org.jdfwire.fetcher.site;

import org.jspecify.annotations.NullMarked;
