package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells bold lines that label data from titles. Under a title with a sentence such a label has five words at most, and
 * under it stand a few rows, items or {@code term: text} alone, or, where it has three words at most, any lines that are
 * no sentences; it is no further from the text above than that is from its title. Right under a title it stands in a cell
 * of its own over the rows of a table.
 */
final class DataLabels {
    private static final int MOST_LETTERS = 120;
    private static final int MOST_WORDS = 5;
    private static final int MOST_SHORT_NAME = 3;

    private final List<Block> blocks;
    private final @Nullable String section;

    private DataLabels(List<Block> blocks, @Nullable String section) {
        this.blocks = blocks;
        this.section = section;
    }

    /** Returns the blocks with such lines as paragraphs. */
    static List<Block> lower(List<Block> blocks, @Nullable String section) {
        return new DataLabels(blocks, section).lower();
    }

    private List<Block> lower() {
        List<Block> lowered = new ArrayList<>(blocks.size());
        int title = -1;
        boolean prose = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            lowered.add(block);
            if (block instanceof Block.Heading heading) {
                boolean unmarked = title >= 0 && !heading.isMarked();
                if (unmarked && (prose ? labelsLines(title, i) : headsTable(title, i))) {
                    lowered.set(i, heading.asParagraph());
                } else {
                    title = i;
                    prose = false;
                }
            } else if (block instanceof Block.Break) {
                title = -1;
            } else {
                prose |= block instanceof Block.Text text && Words.isProse(text.text());
            }
        }
        return lowered;
    }

    /** Whether nothing but a few unlinked rows or short lines stands under a heading that is as deep as the title or deeper. */
    private boolean labelsLines(int title, int label) {
        Block.Heading heading = (Block.Heading) blocks.get(label);
        int words = Words.count(heading.text());
        if (words > MOST_WORDS || heading.level() < ((Block.Heading) blocks.get(title)).level()) {
            return false;
        }
        int letters = 0;
        int end = label + 1;
        while (end < blocks.size()
                && !(blocks.get(end) instanceof Block.Heading)
                && !(blocks.get(end) instanceof Block.Break)) {
            if (!(blocks.get(end) instanceof Block.Text line)
                    || line.linkShare() > 0
                    || Words.isProse(line.text())
                    || (words > MOST_SHORT_NAME && !isData(line))) {
                return false;
            }
            letters += Words.letters(line.text());
            end++;
        }
        boolean few = letters < MOST_LETTERS || (words <= MOST_SHORT_NAME && !Sections.isOfData(section));
        return letters > 0 && few && isClose(title, label);
    }

    private static boolean isData(Block.Text line) {
        return !(line instanceof Block.Paragraph)
                || line.text().indexOf(':') > 0
                || line.text().indexOf('：') > 0;
    }

    private boolean isClose(int title, int label) {
        return depth(label - 1, label) >= depth(title, label - 1);
    }

    /** Whether a heading stands alone in its row over the rows of a table, and nothing but pictures under the title before it. */
    private boolean headsTable(int title, int label) {
        for (int i = title + 1; i < label; i++) {
            if (!(blocks.get(i) instanceof Block.Image)) {
                return false;
            }
        }
        if (label + 1 >= blocks.size() || !(blocks.get(label + 1) instanceof Block.TableRow row)) {
            return false;
        }
        Element cell = blocks.get(label).place().element().closest("td, th");
        Element above = cell == null ? null : cell.parent();
        Element below = row.place().element();
        return above != null && above != below && above.parent() != null && above.parent() == below.parent();
    }

    private int depth(int a, int b) {
        return blocks.get(a).place().sharedDepth(blocks.get(b).place());
    }
}
