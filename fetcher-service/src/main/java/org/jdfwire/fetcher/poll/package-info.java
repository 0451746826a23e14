/** When to ask for which page: each in its own interval, no host more than it likes, nobody twice. */
@NullMarked
package org.jdfwire.fetcher.poll;

import org.jspecify.annotations.NullMarked;
