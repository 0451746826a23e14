/** What a source is, what it hands over, and the threads in which sources run. */
@NullMarked
package org.jdfwire.fetcher.source;

import org.jspecify.annotations.NullMarked;
