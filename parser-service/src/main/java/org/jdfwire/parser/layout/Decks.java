package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells the second line of a headline from a heading of its own: where each of several headlines is followed at once by
 * just one deeper heading, that says more of the same. Chapters ({@code JGSDF}) have short names and are no headlines.
 */
final class Decks {
    private static final int LEAST_HEADLINES = 2;
    private static final int LEAST_WORDS = 4;

    private Decks() {}

    static List<Block> lower(List<Block> blocks) {
        int level = highestLevel(blocks);
        List<Block.Heading> decks = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading && heading.level() == level) {
                Block.Heading deck = deck(blocks, i);
                if (deck == null || isChapter(heading.text())) {
                    return blocks;
                }
                decks.add(deck);
            }
        }
        return decks.size() < LEAST_HEADLINES ? blocks : lower(blocks, decks);
    }

    private static List<Block> lower(List<Block> blocks, List<Block.Heading> decks) {
        List<Block> lowered = new ArrayList<>(blocks.size());
        int next = 0;
        for (Block block : blocks) {
            // they come in the order of the page
            boolean deck = next < decks.size() && block == decks.get(next);
            lowered.add(deck ? decks.get(next).asParagraph() : block);
            next += deck ? 1 : 0;
        }
        return lowered;
    }

    /** Whether a heading is short, or begins as a section's name does: {@code Activities of the JGSDF}. */
    static boolean isChapter(String heading) {
        int gap = heading.indexOf(' ');
        return Words.count(heading) < LEAST_WORDS || Sections.named(heading.substring(0, gap)) != null;
    }

    private static int highestLevel(List<Block> blocks) {
        int highest = Integer.MAX_VALUE;
        for (Block block : blocks) {
            highest = block instanceof Block.Heading heading ? Math.min(highest, heading.level()) : highest;
        }
        return highest;
    }

    /** Returns the only heading up to the next headline, where nothing but pictures stands before it; else null. */
    private static Block.@Nullable Heading deck(List<Block> blocks, int headline) {
        int level = ((Block.Heading) blocks.get(headline)).level();
        Block.@Nullable Heading deck = null;
        boolean text = false;
        for (int i = headline + 1; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading) {
                if (heading.level() <= level) {
                    break;
                }
                if (text || deck != null) {
                    return null;
                }
                deck = heading;
            }
            text |= blocks.get(i) instanceof Block.Text;
        }
        return text ? deck : null;
    }
}
