package org.jdfwire.parser.topic;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;

/**
 * Puts the lines above headings that belong to them, such as the date of the news or its rubric, below them: where every
 * heading of a page with words under it has one, and none of these lines is closer to what stands before it.
 */
final class LeadLines {
    private static final int LEAST_HEADINGS = 2;
    private static final int MOST_LETTERS = 40;
    private static final double MOST_LINKED = 0.5;

    private LeadLines() {}

    static List<Block> underTheirHeadings(List<Block> blocks) {
        int headings = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading && hasText(blocks, i)) {
                if (!hasLead(blocks, i)) {
                    return blocks;
                }
                headings++;
            }
        }
        return headings < LEAST_HEADINGS ? blocks : moved(blocks);
    }

    /** Whether words stand under a heading; over links beside the news, none are left. */
    private static boolean hasText(List<Block> blocks, int heading) {
        for (int i = heading + 1; i < blocks.size() && !(blocks.get(i) instanceof Block.Heading); i++) {
            if (blocks.get(i) instanceof Block.Text) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLead(List<Block> blocks, int heading) {
        int line = heading - 1;
        if (line < 0 || !isLine(blocks.get(line))) {
            return false;
        }
        return line == 0
                || !(blocks.get(line - 1) instanceof Block.Heading)
                        && depth(blocks, line - 1, line) <= depth(blocks, line, heading);
    }

    private static boolean isLine(Block block) {
        return block instanceof Block.Text line
                && !(line instanceof Block.TableRow)
                && line.text().length() <= MOST_LETTERS
                && line.linkShare() < MOST_LINKED
                && !Words.isProse(line.text());
    }

    private static int depth(List<Block> blocks, int a, int b) {
        return blocks.get(a).place().sharedDepth(blocks.get(b).place());
    }

    /** Moves the line above each heading behind it and the flags and pictures that follow it at once. */
    private static List<Block> moved(List<Block> blocks) {
        List<Block> moved = new ArrayList<>(blocks.size());
        int at = 0;
        while (at < blocks.size()) {
            if (at + 1 == blocks.size() || !(blocks.get(at + 1) instanceof Block.Heading) || !hasLead(blocks, at + 1)) {
                moved.add(blocks.get(at));
                at++;
                continue;
            }
            int end = at + 2;
            while (end < blocks.size() && isPicture(blocks.get(end))) {
                end++;
            }
            moved.addAll(blocks.subList(at + 1, end));
            moved.add(blocks.get(at));
            at = end;
        }
        return moved;
    }

    private static boolean isPicture(Block block) {
        return block instanceof Block.Flag || block instanceof Block.Image;
    }
}
