package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;

/** Takes the ways within the page, to its top or to the heading itself, off the ends of headings and paragraphs. */
public final class EndLinks {
    private static final double WHOLLY_LINKED = 0.9;

    private EndLinks() {}

    /** Returns the same blocks, with the words of such ways left out. */
    public static List<Block> removedFrom(List<Block> blocks) {
        List<Block> plain = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            plain.add(plain(block));
        }
        return plain;
    }

    private static Block plain(Block block) {
        boolean line = block instanceof Block.Heading
                // a line of nothing but links is a menu
                || (block instanceof Block.Paragraph text && text.linkShare() > 0 && text.linkShare() < WHOLLY_LINKED);
        String words = line ? PageLines.withoutWayAtEnd(block.words()) : block.words();
        if (words.length() == block.words().length()) {
            return block;
        }
        return block instanceof Block.Heading heading
                ? new Block.Heading(words, heading.level(), 0, heading.size(), heading.place())
                : new Block.Paragraph(
                        words, ((Block.Paragraph) block).links(), ((Block.Paragraph) block).linkShare(), block.place());
    }
}
