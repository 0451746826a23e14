package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes out pictures that show nothing, such as a line under each news: several times on a page, without words, no photo. */
final class Ornaments {
    private Ornaments() {}

    static List<Block> removedFrom(List<Block> blocks) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (Block block : blocks) {
            if (block instanceof Block.Image image && isWordless(image) && !seen.add(image.url())) {
                repeated.add(image.url());
            }
        }
        if (repeated.isEmpty()) {
            return blocks;
        }
        List<Block> kept = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (!(block instanceof Block.Image image) || !isWordless(image) || !repeated.contains(image.url())) {
                kept.add(block);
            }
        }
        return kept;
    }

    private static boolean isWordless(Block.Image image) {
        return image.alt() == null && image.caption() == null && !Pictures.isPhoto(image.url());
    }
}
