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
            if (block instanceof Block.Paragraph fused && titleEnd(fused.text()) >= 0) {
                int end = titleEnd(fused.text());
                String rest = fused.text().substring(end + 1);
                result.add(new Block.Heading(fused.text().substring(0, end), level, 0, fused.place()));
                result.add(new Block.Paragraph(rest, fused.links(), fused.linkShare(), fused.place()));
            } else {
                result.add(block);
            }
        }
        return result;
    }

    /** Returns where the heading ends that is fused to the text, a gap before its date, or -1. */
    private static int titleEnd(String text) {
        int gap = gapBeforeDate(text);
        return gap >= 0 && isFusedTitle(text.substring(0, gap)) ? gap : -1;
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
     * Parts headings from their dated sentences where a page may set its news as items of lists too: an item that holds
     * one text is one as good as an item that holds several, which counts as paragraphs.
     */
    static List<Block> unfuseWithItems(List<Block> blocks) {
        List<Block> paragraphs = new ArrayList<>();
        for (Block block : blocks) {
            paragraphs.add(
                    block instanceof Block.ListItem item && titleEnd(item.text()) >= 0
                            ? new Block.Paragraph(item.text(), item.links(), item.linkShare(), item.place())
                            : block);
        }
        return unfuse(paragraphs, Block.Heading.CONFIRMED);
    }

    private static boolean isFusedTitle(String text) {
        return Words.count(text) >= LEAST_FUSED_WORDS && HeadingGuess.isTitleLike(text) && Words.isTitleCase(text);
    }
}
