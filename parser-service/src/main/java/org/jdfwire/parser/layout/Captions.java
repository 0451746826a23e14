package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;

/**
 * Gives photos the short words that stand with them in a box of their own, above or below: a container that holds the
 * photo and the words and nothing else; or in the row of a table below a row of photos.
 */
final class Captions {
    private static final int MOST_CAPTION = 200;
    private static final Pattern SIDES = Pattern.compile(
            "^[▲△▼▽↑↓]|\\bfrom (?:the )?(?:left|right)\\b|[(（](?:(?:second|third|far|front|back|top|bottom|upper|lower) )?(?:(?:from )?(?:the )?(?:left|right|cent(?:er|re)|middle|above|below|top|bottom))\\b|^(?:left|right|above|below|photo)\\s*[:：]",
            Pattern.CASE_INSENSITIVE);

    private Captions() {}

    static List<Block> join(List<Block> blocks) {
        List<Block> joined = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block instanceof Block.TableRow row && isUnderItsPhotos(joined, row)) {
                captionPhotos(joined, row);
            } else if (!(block instanceof Block.Text text) || !isShort(text)) {
                joined.add(block);
            } else if (isAbove(blocks, i) && !isBelow(blocks, i)) {
                i++;
                joined.add(((Block.Image) blocks.get(i)).withCaption(text.text()));
            } else if (isBelow(blocks, i) || (isRightBelow(joined) && tellsWhoStandsWhere(text.text()))) {
                int last = joined.size() - 1;
                joined.set(last, ((Block.Image) joined.get(last)).withCaption(text.text()));
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    private static boolean isRightBelow(List<Block> before) {
        return !before.isEmpty()
                && before.get(before.size() - 1) instanceof Block.Image image
                && image.caption() == null;
    }

    /** Whether words speak of what is left and right in a picture, as no words of the news do. */
    static boolean tellsWhoStandsWhere(String text) {
        return SIDES.matcher(text).find();
    }

    private static boolean isShort(Block.Text text) {
        return text.text().length() <= MOST_CAPTION && !Words.isProse(text.text());
    }

    /** Whether the row above held a photo for each of these cells, and nothing else. */
    private static boolean isUnderItsPhotos(List<Block> before, Block.TableRow row) {
        int cells = row.cells().size();
        // most rows have no photo above, and need no look around in the tree
        if (cells > before.size() || !(before.get(before.size() - 1) instanceof Block.Image)) {
            return false;
        }
        Element above = row.place().element().previousElementSibling();
        return above != null
                && before.subList(before.size() - cells, before.size()).stream()
                        .allMatch(block -> block instanceof Block.Image image
                                && image.caption() == null
                                && image.place().element().closest("tr") == above);
    }

    private static void captionPhotos(List<Block> joined, Block.TableRow row) {
        int first = joined.size() - row.cells().size();
        for (int i = 0; i < row.cells().size(); i++) {
            joined.set(
                    first + i,
                    ((Block.Image) joined.get(first + i))
                            .withCaption(row.cells().get(i)));
        }
    }

    static boolean isBelow(List<Block> blocks, int at) {
        if (at == 0 || !(blocks.get(at - 1) instanceof Block.Image image) || image.caption() != null) {
            return false;
        }
        int first = at - 1;
        while (first > 0
                && blocks.get(first - 1) instanceof Block.Image
                && depth(blocks, first - 1, at) >= depth(blocks, at - 1, at)) {
            first--;
        }
        return isBox(blocks, first, at - 1, at, at) && depth(blocks, at - 1, at) < depth(blocks, at, at);
    }

    private static boolean isAbove(List<Block> blocks, int at) {
        return at + 1 < blocks.size()
                && blocks.get(at + 1) instanceof Block.Image image
                && image.caption() == null
                && isBox(blocks, at, at, at + 1, at + 1)
                && depth(blocks, at, at + 1) < depth(blocks, at, at);
    }

    /** Whether two neighbors, neither inside the other, are closer to each other than the one is to what is before and the other to what is after. */
    private static boolean isBox(List<Block> blocks, int first, int left, int right, int last) {
        int bodyDepth = 2;
        int shared = depth(blocks, left, right);
        return shared > bodyDepth
                && (first == 0 || depth(blocks, first - 1, first) < shared)
                && (last + 1 == blocks.size() || depth(blocks, last, last + 1) < shared);
    }

    private static int depth(List<Block> blocks, int a, int b) {
        return blocks.get(a).place().sharedDepth(blocks.get(b).place());
    }
}
