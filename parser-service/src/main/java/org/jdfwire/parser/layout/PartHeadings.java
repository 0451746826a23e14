package org.jdfwire.parser.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Words;

/**
 * Tells the headings that part what stands under a higher one from titles: all of them up to the next of that higher
 * level are called what parts of any text are ({@code Outline}, {@code Date}, {@code 2. Results}), or are labels that
 * stand under other headings of that level too.
 */
final class PartHeadings {
    private static final int MOST_WORDS = 5;
    private static final Names PARTS = new Names(Tables.lines(PartHeadings.class, "part-headings.txt").stream()
            .map(Words::key)
            .toArray(String[]::new));

    private final List<Block> blocks;
    /** What stands under more than one heading of a level: the level and the words. */
    private final Set<String> repeated = new HashSet<>();
    /** Of each block whether it is such a heading. */
    private final boolean[] parts;

    private PartHeadings(List<Block> blocks) {
        this.blocks = blocks;
        this.parts = new boolean[blocks.size()];
    }

    /** Returns the blocks with such headings as paragraphs; a label with a few words for its value makes a row. */
    static List<Block> lower(List<Block> blocks) {
        return new PartHeadings(TermRows.join(blocks)).lower();
    }

    private List<Block> lower() {
        findRepeated();
        boolean any = false;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading && !parts[i] && !isNameOfPart(heading)) {
                any |= findParts(i, heading.level());
            }
        }
        return any ? lowered() : blocks;
    }

    /** Goes down from each heading to those above it, of which there are as many as levels at most. */
    private void findRepeated() {
        Map<String, String> first = new HashMap<>();
        Deque<Block.Heading> above = new ArrayDeque<>();
        for (Block block : blocks) {
            if (!(block instanceof Block.Heading heading)) {
                continue;
            }
            while (!above.isEmpty() && above.peek().level() >= heading.level()) {
                above.pop();
            }
            if (heading.level() == Block.Heading.LABEL && Words.count(heading.text()) <= MOST_WORDS) {
                for (Block.Heading higher : above) {
                    String label = label(higher.level(), heading);
                    String under = Words.key(higher.text());
                    if (!under.equals(first.computeIfAbsent(label, none -> under))) {
                        repeated.add(label);
                    }
                }
            }
            above.push(heading);
        }
    }

    private static String label(int level, Block.Heading label) {
        return level + Words.key(label.text());
    }

    /** Marks the headings under another, where they are nothing but parts; returns whether there are any. */
    private boolean findParts(int at, int level) {
        int end = at + 1;
        boolean any = false;
        while (end < blocks.size() && !isEnd(blocks.get(end), level)) {
            if (blocks.get(end) instanceof Block.Heading deeper) {
                if (!isNameOfPart(deeper) && !(repeated.contains(label(level, deeper)) && !hasFlag(end))) {
                    return false;
                }
                any = true;
            }
            end++;
        }
        for (int i = at + 1; i < end; i++) {
            parts[i] |= blocks.get(i) instanceof Block.Heading;
        }
        return any;
    }

    private static boolean isEnd(Block block, int level) {
        return block instanceof Block.Heading next && next.level() <= level;
    }

    private boolean hasFlag(int heading) {
        return (heading + 1 < blocks.size() && blocks.get(heading + 1) instanceof Block.Flag)
                || blocks.get(heading - 1) instanceof Block.Flag;
    }

    private static boolean isNameOfPart(Block.Heading heading) {
        String text = heading.text();
        int gap = NumberedHeadings.isNumbered(text) ? text.indexOf(' ') : 0;
        return PARTS.contains(text.substring(Math.max(0, gap)));
    }

    private List<Block> lowered() {
        List<Block> lowered = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            if (!parts[i]) {
                lowered.add(blocks.get(i));
            } else if (TermRows.isTerm(blocks.get(i)) && TermRows.hasValue(blocks, i)) {
                lowered.add(TermRows.row(blocks.get(i), (Block.Paragraph) blocks.get(i + 1)));
                i++;
            } else if (hasAnything(i)) {
                lowered.add(((Block.Heading) blocks.get(i)).asParagraph());
            }
        }
        return lowered;
    }

    /** Whether anything stands under a heading, be it another part. */
    private boolean hasAnything(int at) {
        return at + 1 < blocks.size()
                && !(blocks.get(at + 1) instanceof Block.Break)
                && (parts[at + 1] || !(blocks.get(at + 1) instanceof Block.Heading));
    }
}
