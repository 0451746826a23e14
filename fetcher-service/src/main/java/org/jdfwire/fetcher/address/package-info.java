/** What a page is called: URLs made normal, and the one identity behind the addresses of a page. */
@NullMarked
package org.jdfwire.fetcher.address;

import org.jspecify.annotations.NullMarked;
