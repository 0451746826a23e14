/** Feeds (RSS 0.9 to 2.0, Atom): each item is a topic of the publication mod-news. */
@NullMarked
package org.jdfwire.parser.feed;

import org.jspecify.annotations.NullMarked;
