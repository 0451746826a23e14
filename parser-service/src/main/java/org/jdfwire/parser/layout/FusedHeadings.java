package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;

/** Parts headings from the dated sentence that opens their news, where a page sets both as one text. */
final class FusedHeadings {
    private static final int LEAST_FUSED_WORDS = 3;
    private static final Pattern DATED_OPENING = Pattern.compile(
            "(?:On|From|Between|In|During|Since|For)\\s+(?:the\\s+)?(?:\\d{1,2}|early|mid|late|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?)\\b");
    private static final String OPENING_INITIALS = "OFBIDS";

    private FusedHeadings() {}

    /** Parts headings from the dated sentence they are fused to; they get that level. */
    static List<Block> unfuse(List<Block> blocks, int level) {
        List<Block> result = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                int gap = gapBeforeDate(paragraph.text());
                if (gap >= 0 && isFusedTitle(paragraph.text().substring(0, gap))) {
                    String title = paragraph.text().substring(0, gap);
                    String rest = paragraph.text().substring(gap + 1);
                    result.add(new Block.Heading(title, level, 0, paragraph.place()));
                    result.add(new Block.Paragraph(rest, paragraph.links(), paragraph.linkShare(), paragraph.place()));
                    continue;
                }
            }
            result.add(block);
        }
        return result;
    }

    /** Returns where the gap is before the words that open a dated sentence, or -1. */
    private static int gapBeforeDate(String text) {
        Matcher opening = DATED_OPENING.matcher(text);
        for (int at = 1; at < text.length(); at++) {
            // few words begin so, and the pattern is tried at those alone
            if (text.charAt(at - 1) == ' '
                    && OPENING_INITIALS.indexOf(text.charAt(at)) >= 0
                    && opening.region(at, text.length()).lookingAt()) {
                return at - 1;
            }
        }
        return -1;
    }

    /**
     * Parts headings from their dated sentences where a page sets its news as items of a list; none of its other texts is
     * fused.
     */
    static List<Block> unfuseItems(List<Block> blocks) {
        List<Block> paragraphs = new ArrayList<>();
        for (Block block : blocks) {
            paragraphs.add(
                    block instanceof Block.ListItem item
                            ? new Block.Paragraph(item.text(), item.links(), item.linkShare(), item.place())
                            : block);
        }
        List<Block> parted = unfuse(paragraphs, Block.Heading.CONFIRMED);
        return parted.size() > blocks.size() ? parted : blocks;
    }

    private static boolean isFusedTitle(String text) {
        return Words.count(text) >= LEAST_FUSED_WORDS && HeadingGuess.isTitleLike(text) && Words.isTitleCase(text);
    }
}
