package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * A block and what its words are as a line of the page: asked where the page's issue is looked for, and again where its
 * furniture is taken out.
 *
 * @param words of the block
 * @param header whether they name the magazine, its number or its month and nothing else; a month as {@link MonthLines}
 *     judges it
 * @param section that they name and nothing else, or null
 */
public record Line(
        Block block, String words, boolean header, @Nullable String section) {

    /** Reads the lines of blocks. */
    public static List<Line> all(List<Block> blocks) {
        List<Line> lines = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            String words = block.words();
            lines.add(new Line(block, words, HeaderLines.isHeader(words), Sections.named(words)));
        }
        return MonthLines.judged(lines);
    }

    /** Whether it is a heading that does not belong to the page. */
    boolean isHeadingOfNews() {
        return block instanceof Block.Heading
                && !header
                && section == null
                && !PageLines.isSite(words)
                && !PageLines.isCrumb(words)
                && !PageLines.isFurniture(words);
    }

    /** Whether it states the magazine, the issue or the section, or the way to the page: what follows is the page's own. */
    public boolean isPageHeader() {
        return section != null
                || (header && (HeaderLines.namesTheMagazine(words) || HeaderLines.issueNumber(words) != null))
                || PageLines.isCrumb(words);
    }
}
