package org.jdfwire.parser.feed;

import java.util.List;
import org.jdfwire.contracts.topic.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed.
 *
 * @param title as plain text
 * @param link absolute, or null where the item has none
 * @param paragraphs its text, markup removed
 * @param evidence where in the feed it stands
 */
record FeedItem(String title, @Nullable String link, List<String> paragraphs, Evidence evidence) {}
