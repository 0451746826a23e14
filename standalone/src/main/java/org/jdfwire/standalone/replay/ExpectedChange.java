package org.jdfwire.standalone.replay;

import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A change that the store will make of what a page was read into.
 *
 * @param change as the journal will have it, apart from its cursor, its time and its hashes
 * @param before the topic as it was, or null where there was none or the change is about another
 */
public record ExpectedChange(Change change, @Nullable Topic before) {}
