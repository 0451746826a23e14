package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * Tells the questions of an interview ({@code Q1 Why …?}, {@code Q What …?}) from titles: they part the interview that a
 * heading above them opens, or, on a page of no other headings, a plain line.
 */
final class Questions {
    private static final String MARKS = "QＱ";
    private static final String ENDS = "?？";
    private static final String CLOSING = "\"'”’)]）";

    private Questions() {}

    /** Returns the blocks with the questions under a title as paragraphs. */
    static List<Block> lower(List<Block> blocks, @Nullable String section) {
        int first = Integer.MAX_VALUE;
        for (Block block : blocks) {
            if (!(block instanceof Block.Heading heading)) {
                continue;
            }
            if (!isQuestion(heading.text())) {
                first = Math.min(first, heading.level());
            } else {
                return heading.level() >= first ? lowered(blocks) : underALine(blocks, section);
            }
        }
        return blocks;
    }

    private static List<Block> lowered(List<Block> blocks) {
        List<Block> lowered = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            boolean question = block instanceof Block.Heading heading && isQuestion(heading.text());
            lowered.add(question ? ((Block.Heading) block).asParagraph() : block);
        }
        return lowered;
    }

    /** Lowers the questions on a page without other headings, where that leaves a line that opens something. */
    private static List<Block> underALine(List<Block> blocks, @Nullable String section) {
        List<Block> lowered = lowered(blocks);
        return lowered.stream().noneMatch(Block.Heading.class::isInstance)
                        && Carried.any(HeadingGuess.promote(lowered, section))
                ? lowered
                : blocks;
    }

    /** Whether words are marked as a question, by a letter and a sign. */
    static boolean isQuestion(String text) {
        if (text.length() < 2 || MARKS.indexOf(text.charAt(0)) < 0 || Character.isLetter(text.charAt(1))) {
            return false;
        }
        int end = text.length() - 1;
        while (end > 1 && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        return ENDS.indexOf(text.charAt(end)) >= 0;
    }
}
