package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;

/**
 * Makes a row of each term and its value, as a table has them ({@code Length: 245 meters}): in a list below another
 * heading in which every term has one value, a few words that are no sentence.
 */
final class TermRows {
    private static final int MOST_VALUE = 200;
    private static final int MOST_TERM = 80;

    private final List<Block> blocks;
    /** Of each list whether it holds data and nothing else. */
    private final Map<Element, Boolean> data = new IdentityHashMap<>();

    private TermRows(List<Block> blocks) {
        this.blocks = blocks;
    }

    static List<Block> join(List<Block> blocks) {
        return new TermRows(blocks).join();
    }

    private List<Block> join() {
        if (!findData()) {
            return blocks;
        }
        List<Block> joined = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            if (isTerm(blocks.get(i)) && data.getOrDefault(list(blocks.get(i)), false)) {
                joined.add(row(blocks.get(i), (Block.Paragraph) blocks.get(i + 1)));
                i++;
            } else {
                joined.add(blocks.get(i));
            }
        }
        return joined;
    }

    private boolean findData() {
        boolean headed = false;
        boolean any = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (isTerm(block)) {
                boolean row = headed && hasValue(blocks, i) && hasOneValue(i);
                any |= data.merge(list(block), row, Boolean::logicalAnd);
            }
            headed |= block instanceof Block.Heading && !isTerm(block);
        }
        return any;
    }

    static boolean isTerm(Block block) {
        return (block instanceof Block.Heading || block instanceof Block.Paragraph)
                && block.place().element().nameIs("dt");
    }

    private static boolean isValue(Block block) {
        return block.place().element().nameIs("dd");
    }

    /** Whether the words after a term are its value, and no text under it as under a heading. */
    static boolean hasValue(List<Block> blocks, int term) {
        return term + 1 < blocks.size()
                && blocks.get(term).words().length() <= MOST_TERM
                && blocks.get(term + 1) instanceof Block.Paragraph value
                && isValue(value)
                && value.text().length() <= MOST_VALUE
                && !value.text().endsWith(":")
                && !Words.endsSentence(value.text())
                && !Words.isProse(value.text());
    }

    private boolean hasOneValue(int term) {
        return term + 2 == blocks.size()
                || !isValue(blocks.get(term + 2))
                || list(blocks.get(term + 2)) != list(blocks.get(term));
    }

    /** Returns the list of a term or a value; pairs of them may stand in boxes. */
    private static Element list(Block block) {
        Element own = block.place().element();
        Element around = own.parent() == null ? own : own.parent();
        return around.nameIs("div") && around.parent() != null ? around.parent() : around;
    }

    static Block.TableRow row(Block term, Block.Paragraph value) {
        String words = term.words().endsWith(":") ? term.words() : term.words() + ":";
        return new Block.TableRow(
                words + " " + value.text(),
                List.of(term.words(), value.text()),
                value.links(),
                value.linkShare(),
                value.place());
    }
}
