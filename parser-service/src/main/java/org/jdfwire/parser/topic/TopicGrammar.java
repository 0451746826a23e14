package org.jdfwire.parser.topic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.topic.Group;
import org.jdfwire.parser.block.Block;

/**
 * Reads blocks into topics: {@code page = (flags? heading item+)*}, {@code item = flags? (text | image)*}.
 *
 * <p>One heading is one topic, unless several runs of flags stand under it: then each run opens an item of its own, and
 * words before the first run belong to the first item. A run before a heading, with no words between, is the heading's.
 * On a page where no run follows a heading but the last words are followed by one, runs close their items instead of
 * opening them. After a break, words belong to nothing until a run or a heading comes.
 */
public final class TopicGrammar {

    /** Reads blocks whose headings all open a topic; returns the topics in the page's order. */
    public List<TopicDraft> read(List<Block> blocks) {
        List<Segment> segments = Segment.split(blocks);
        boolean closing = Segment.flagsCloseItems(segments);
        List<List<Item>> groups = new ArrayList<>();
        ImageOwners owners = new ImageOwners(blocks);
        for (Segment segment : segments) {
            groups.add(segment.items(closing, owners));
        }
        owners.assign();
        return drafts(groups);
    }

    private static List<TopicDraft> drafts(List<List<Item>> groups) {
        Set<Object> seen = new HashSet<>();
        List<TopicDraft> drafts = new ArrayList<>();
        for (List<Item> group : groups) {
            List<Item> news = new ArrayList<>();
            for (Item item : group) {
                // a page may carry its news twice, for two kinds of screen
                if (item.isNews() && seen.add(item.told())) {
                    news.add(item);
                }
            }
            for (int i = 0; i < news.size(); i++) {
                drafts.add(news.get(i).toDraft(news.size() > 1 ? new Group(i + 1, news.size()) : null));
            }
        }
        return drafts;
    }
}
