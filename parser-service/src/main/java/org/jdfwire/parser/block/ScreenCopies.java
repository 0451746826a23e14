package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Takes out the second of two copies of one picture, made for two kinds of screen: they stand side by side, say the same,
 * and have one file name, but for a word such as {@code sp} or {@code pc} in it.
 */
final class ScreenCopies {
    private static final Pattern SCREEN =
            Pattern.compile("(?<![a-z])(?:sp|pc|smp|smart|smartphone|mobile|phone)(?![a-z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINTS = Pattern.compile("[_\\-]+|(?<=/)/+");

    private ScreenCopies() {}

    static List<Block> removedFrom(List<Block> blocks) {
        List<Block> kept = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            int last = kept.size() - 1;
            if (last >= 0
                    && block instanceof Block.Image image
                    && kept.get(last) instanceof Block.Image before
                    && isCopy(image, before)) {
                // a photo that opens a copy of itself leads nowhere else
                Block.Image one = before.linked() ? image : before;
                kept.set(last, one.withCaption(before.caption() == null ? image.caption() : before.caption()));
            } else {
                kept.add(block);
            }
        }
        return kept;
    }

    private static boolean isCopy(Block.Image image, Block.Image before) {
        return Objects.equals(image.alt(), before.alt())
                && (image.url().equals(before.url()) || name(image).equals(name(before)));
    }

    /** Returns an address without the words for a screen and what joined them to the rest. */
    private static String name(Block.Image image) {
        return JOINTS.matcher(SCREEN.matcher(image.url()).replaceAll("")).replaceAll("");
    }
}
