package org.jdfwire.parser.topic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.Group;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.refusal.PageRefusedException;

/**
 * Reads blocks into topics: {@code page = (flags? heading item+)*}, {@code item = flags? (text | image)*}.
 *
 * <p>One heading is one topic, unless several runs of flags with sentences stand under it: then each run opens an item of
 * its own, and words before the first run belong to the first item. A run before a heading, with no words between, is the heading's.
 * On a page where no run follows a heading but the last words are followed by one, runs close their items instead of
 * opening them. After a break, words belong to nothing until a run or a heading comes.
 */
public final class TopicGrammar {

    /** Twenty times what the fullest page of the magazine holds. */
    private static final int MOST_TOPICS = 1_000;

    /**
     * Reads blocks whose headings all open a topic; returns the topics in the page's order.
     *
     * @param lead gives news above the first heading one
     * @throws PageRefusedException {@code low-confidence} where there are more than any page holds
     */
    public List<TopicDraft> read(List<Block> settled, HeadlessLead lead) {
        List<Block> blocks = lead.headed(LeadLines.underTheirHeadings(settled));
        List<Segment> segments = Segments.of(blocks);
        boolean closing = Segments.flagsCloseItems(segments);
        List<List<Item>> groups = new ArrayList<>();
        ImageOwners owners = new ImageOwners(blocks);
        for (Segment segment : segments) {
            groups.add(segment.items(closing, owners));
        }
        owners.assign();
        return drafts(groups);
    }

    private static void refuseTooMany(int topics) {
        if (topics > MOST_TOPICS) {
            throw new PageRefusedException(
                    RejectReason.LOW_CONFIDENCE, "topics: " + topics + " (expected: at most " + MOST_TOPICS + ")");
        }
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
            refuseTooMany(seen.size());
            for (int i = 0; i < news.size(); i++) {
                drafts.add(news.get(i).toDraft(news.size() > 1 ? new Group(i + 1, news.size()) : null));
            }
        }
        return drafts;
    }
}
