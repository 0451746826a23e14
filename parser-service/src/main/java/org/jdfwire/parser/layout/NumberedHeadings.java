package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells the numbered headings that part a topic ({@code 1.}, {@code (1)}, {@code Q1}) from those that open one: beside
 * headings without a number that carry news or a photo that repeats them, or once the count starts anew, numbers only part what stands under them.
 */
final class NumberedHeadings {
    private static final Pattern NUMBERED =
            Pattern.compile("[(（]?(?:\\d{1,2}|[ivxIVX]{1,4}|[a-zA-Z])[.)）](?!\\S).*|[QA]\\W?\\d{1,2}\\b.*"
                    + "|(?i:chapter|part|section|step|question|answer)\\W{1,2}(?:\\d{1,2}|[ivxIVX]{1,4})\\b.*");
    /** A parenthesis, four letters and what ends them. */
    private static final int MOST_SIGNS = 6;

    private static final String SIGNS = ".)）";
    private static final String WORD_INITIALS = "QAqaCcPpSs";
    private static final Pattern FIRST = Pattern.compile("\\W*(?:Q\\W?|[A-Za-z]{4,8}\\W{1,2})?(?:1|i|I|a|A)\\b.*");

    private NumberedHeadings() {}

    static boolean isNumbered(String text) {
        return mayBeNumbered(text) && NUMBERED.matcher(text).matches();
    }

    /** Whether one of its first signs is such as a number has, or its first letter: sooner told than by the pattern. */
    private static boolean mayBeNumbered(String text) {
        for (int at = 0; at < Math.min(text.length(), MOST_SIGNS); at++) {
            if (SIGNS.indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return !text.isEmpty() && WORD_INITIALS.indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isNumberedHeading(Block block) {
        return block instanceof Block.Heading heading && isNumbered(heading.text());
    }

    /** Returns the blocks with headings that only part a topic as paragraphs. */
    static List<Block> lower(List<Block> blocks, @Nullable String section) {
        if (!anyNumbered(blocks)) {
            return blocks;
        }
        List<Carried> headings = Carried.of(blocks);
        boolean unnumbered = false;
        boolean news = false;
        int starts = 0;
        int dated = 0;
        boolean shown = false;
        for (Carried carried : headings) {
            String text = carried.heading().text();
            if (isNumbered(text)) {
                starts += FIRST.matcher(text).matches() ? 1 : 0;
                dated += carried.opensWithDay() ? 1 : 0;
            } else {
                unnumbered = true;
                news |= carried.anything();
                shown |= showsItself(carried);
            }
        }
        // two that each have a day are news of their own
        boolean parts = news || (shown && dated < 2) || starts > 1 || !Sections.isCollection(section);
        return unnumbered && parts ? lowerAfterTheFirst(blocks) : blocks;
    }

    /** Whether a photo right under a heading repeats it, as one does under a title and none under a rubric. */
    private static boolean showsItself(Carried carried) {
        for (Block block : carried.blocks()) {
            if (block instanceof Block.Image image
                    && image.alt() != null
                    && Words.same(image.alt(), carried.heading().text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyNumbered(List<Block> blocks) {
        for (Block block : blocks) {
            if (isNumberedHeading(block)) {
                return true;
            }
        }
        return false;
    }

    private static List<Block> lowerAfterTheFirst(List<Block> blocks) {
        List<Block> lowered = new ArrayList<>(blocks.size());
        boolean opened = false;
        for (Block block : blocks) {
            if (opened && block instanceof Block.Heading heading && isNumberedHeading(heading)) {
                lowered.add(heading.asParagraph());
            } else {
                opened |= block instanceof Block.Heading && !isNumberedHeading(block);
                lowered.add(block);
            }
        }
        return lowered;
    }
}
