package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * Tells a bold line that opens nothing, such as the name of who speaks, from a bold heading: in an article it is the
 * only one right under a marked heading, in the same container. Where several follow each other, and in a list of news,
 * they are headings.
 */
final class Bylines {
    private static final int BODY_DEPTH = 2;

    private Bylines() {}

    static List<Block> lower(List<Block> blocks, @Nullable String section) {
        if (Sections.isCollection(section)) {
            return blocks;
        }
        List<Block> lowered = new ArrayList<>(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading && heading.isMarked()) {
                int next = afterPictures(blocks, i + 1);
                if (isBold(blocks, next)
                        && isOnlyOne(blocks, next)
                        && heading.place().sharedDepth(blocks.get(next).place()) > BODY_DEPTH) {
                    lowered.set(next, ((Block.Heading) blocks.get(next)).asParagraph());
                }
            }
        }
        return lowered;
    }

    private static int afterPictures(List<Block> blocks, int from) {
        int at = from;
        while (at < blocks.size() && (blocks.get(at) instanceof Block.Image || blocks.get(at) instanceof Block.Flag)) {
            at++;
        }
        return at;
    }

    private static boolean isBold(List<Block> blocks, int at) {
        return at < blocks.size()
                && blocks.get(at) instanceof Block.Heading heading
                && heading.level() == Block.Heading.BOLD;
    }

    /** Whether no other bold line comes before the next marked heading. */
    private static boolean isOnlyOne(List<Block> blocks, int bold) {
        for (int i = bold + 1; i < blocks.size(); i++) {
            if (isBold(blocks, i)) {
                return false;
            }
            if (blocks.get(i) instanceof Block.Heading next && next.isMarked()) {
                return true;
            }
        }
        return true;
    }
}
