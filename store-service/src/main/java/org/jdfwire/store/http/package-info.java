/** The store's HTTP interface: the feed, the latest topics, issues, sources, rejects, Atom, problems that help. */
@NullMarked
package org.jdfwire.store.http;

import org.jspecify.annotations.NullMarked;
