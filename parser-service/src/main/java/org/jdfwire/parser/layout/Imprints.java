package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;

/**
 * Ends the news before what the magazine says of itself below it: who publishes it, where else to read it, where to send
 * comments.
 *
 * <p>It names itself, no news follows, no heading stands between the last news and it, and it speaks to its readers or
 * stands in another container than that news.
 */
final class Imprints {
    private static final int MOST_LINE = 400;
    private static final Sign MAGAZINE = new Sign("japan defense focus");
    private static final String SHORT_NAME = "JDF";
    private static final Pattern OF_ITSELF = Pattern.compile(
            "\\b(?:published|issued|edited|produced) (?:\\w+ )?by\\b|\\bpublished (?:monthly|every|bimonthly|quarterly)\\b"
                    + "|\\bsmart ?phones?\\b|\\b(?:inquiries|enquiries|comments|opinions) (?:on|about|to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_READERS = Pattern.compile(
            "\\byour (?:\\w+ (?:and|or) )?(?:opinions?|comments?|feedback|views|inquiries|questions)\\b",
            Pattern.CASE_INSENSITIVE);

    private Imprints() {}

    /** Returns the blocks with a break before the first of such words, and before the pictures that go with them. */
    static List<Block> cutOff(List<Block> blocks) {
        int news = lastNews(blocks);
        for (int i = news + 1; news >= 0 && i < blocks.size() && !isEnd(blocks.get(i)); i++) {
            if (blocks.get(i) instanceof Block.Text text && isImprint(text, blocks.get(news))) {
                int from = i;
                while (from - 1 > news && isItsPicture(blocks.get(from - 1), text, blocks.get(news))) {
                    from--;
                }
                List<Block> cut = new ArrayList<>(blocks);
                cut.set(i, new Block.Break(text.place()));
                cut.subList(from, i).clear();
                return cut;
            }
        }
        return blocks;
    }

    private static int lastNews(List<Block> blocks) {
        int at = blocks.size() - 1;
        while (at >= 0
                && !(blocks.get(at) instanceof Block.Text text
                        && Words.isProse(text.text())
                        && !speaksOfItself(text.text()))) {
            at--;
        }
        return at;
    }

    private static boolean isEnd(Block block) {
        return block instanceof Block.Heading || block instanceof Block.Flag || block instanceof Block.Break;
    }

    private static boolean isImprint(Block.Text text, Block news) {
        return speaksOfItself(text.text()) && (TO_READERS.matcher(text.text()).find() || isApart(text, news));
    }

    private static boolean speaksOfItself(String text) {
        return text.length() <= MOST_LINE
                && (text.contains(SHORT_NAME) || MAGAZINE.isIn(text))
                && (OF_ITSELF.matcher(text).find() || TO_READERS.matcher(text).find());
    }

    private static boolean isApart(Block text, Block news) {
        return !Objects.equals(
                text.place().element().parent(), news.place().element().parent());
    }

    private static boolean isItsPicture(Block block, Block.Text text, Block news) {
        return block instanceof Block.Image
                && block.place().sharedDepth(text.place()) > block.place().sharedDepth(news.place());
    }
}
