package org.jdfwire.parser.topic;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.field.DateReader;
import org.jdfwire.parser.layout.Line;
import org.jdfwire.parser.layout.Sections;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Gives the news above the first heading of a page one of its own, the name of the section: its title may be a picture
 * without words, or lost.
 *
 * <p>Such news opens with a day, and stands below the page's header or has enough to tell. What is longer than all that
 * follows, twice as long where it tells of one day, is left: the headings of that page were not found.
 */
public final class HeadlessLead {
    private static final int LEAST_LETTERS = 120;
    private static final double MOST_LINKED = 0.5;
    private static final int MOST_SHARE = 2;

    private final List<Line> lines;
    private final @Nullable String section;
    private final String documentTitle;

    /**
     * Looks at a page.
     *
     * @param lines of the page, its furniture too
     * @param section of the page, null where unknown: then no news can be named by it
     * @param documentTitle as its title element has it
     */
    public HeadlessLead(List<Line> lines, @Nullable String section, String documentTitle) {
        this.lines = lines;
        this.section = section;
        this.documentTitle = documentTitle;
    }

    /** Returns the blocks with a heading before such news. */
    List<Block> headed(List<Block> blocks) {
        int heading = firstHeading(blocks);
        int last = lastProse(blocks, heading);
        if (section == null || last < 0) {
            return blocks;
        }
        Set<Block> below = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean header = collectBelowHeader(blocks.get(last), below);
        int first = last;
        for (int i = last; i >= 0 && !(blocks.get(i) instanceof Block.Break); i--) {
            first = below.contains(blocks.get(i)) && isProse(blocks.get(i)) ? i : first;
        }
        if (!isNews(blocks.subList(first, heading), header, blocks.subList(heading, blocks.size()))) {
            return blocks;
        }
        String title = Sections.asWritten(section, lines, documentTitle);
        List<Block> headed = new ArrayList<>(blocks);
        headed.add(
                first,
                new Block.Heading(
                        title, Block.Heading.CONFIRMED, 0, blocks.get(first).place()));
        return headed;
    }

    private static int firstHeading(List<Block> blocks) {
        int at = 0;
        while (at < blocks.size() && !(blocks.get(at) instanceof Block.Heading)) {
            at++;
        }
        return at;
    }

    private static int lastProse(List<Block> blocks, int heading) {
        int at = heading - 1;
        while (at >= 0 && !isProse(blocks.get(at))) {
            at--;
        }
        return at;
    }

    private static boolean isProse(Block block) {
        return block instanceof Block.Text text && text.linkShare() < MOST_LINKED && Words.isProse(text.text());
    }

    /** Gathers what stands between a block and the page's header above it; returns whether there is a header. */
    private boolean collectBelowHeader(Block last, Set<Block> below) {
        below.add(last);
        int at = lines.size() - 1;
        while (at >= 0 && lines.get(at).block() != last) {
            at--;
        }
        while (at >= 0 && !lines.get(at).isPageHeader()) {
            below.add(lines.get(at).block());
            at--;
        }
        return at >= 0;
    }

    private static boolean isNews(List<Block> lead, boolean header, List<Block> rest) {
        int letters = letters(lead);
        Set<MonthDay> days = openingDays(lead);
        boolean told = !days.isEmpty() && (header || letters >= LEAST_LETTERS);
        return told && letters <= letters(rest) * (days.size() > 1 ? 1 : MOST_SHARE);
    }

    private static Set<MonthDay> openingDays(List<Block> lead) {
        Set<MonthDay> days = new HashSet<>();
        for (Block block : lead) {
            MonthDay day = isProse(block) ? DateReader.openingDay(block.words()) : null;
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    private static int letters(List<Block> blocks) {
        int letters = 0;
        for (Block block : blocks) {
            letters += isProse(block) ? Words.letters(block.words()) : 0;
        }
        return letters;
    }
}
