package org.jdfwire.store.http;

import java.time.Duration;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Position;

/**
 * What a reader of the feed asks for.
 *
 * @param after the place to go on from
 * @param filter what the changes must pass
 * @param limit most changes of a page; a stream has no end
 * @param patience how long a page may wait for its first change
 */
record ChangesQuestion(Position after, TopicFilter filter, int limit, Duration patience) {}
