/** The store's HTTP interface: the feed, the latest topics, issues, rejects, Atom, and problems that say what to do. */
@NullMarked
package org.jdfwire.store.http;

import org.jspecify.annotations.NullMarked;
