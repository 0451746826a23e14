package org.jdfwire.parser.topic;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Decides which item a photo belongs to: the one before it or the one after it.
 *
 * <p>Between two headings the photo's alternative text decides if it repeats one of them; otherwise the item with which
 * it shares the innermost container, and the one before where both are equally close.
 */
final class ImageOwners {
    private final List<Block> blocks;
    private final Map<Block, Item> owners = new IdentityHashMap<>();

    ImageOwners(List<Block> blocks) {
        this.blocks = blocks;
    }

    void own(Block block, Item item) {
        owners.put(block, item);
    }

    void assign() {
        @Nullable Block[] following = following();
        @Nullable Block before = null;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (owners.containsKey(block)) {
                before = block;
            } else if (block instanceof Block.Break) {
                before = null;
            } else if (block instanceof Block.Image image) {
                Item owner = owner(image, before, following[i]);
                if (owner != null) {
                    owner.add(image);
                }
            }
        }
    }

    private @Nullable Block[] following() {
        @Nullable Block[] following = new Block[blocks.size()];
        @Nullable Block next = null;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            following[i] = next;
            if (owners.containsKey(blocks.get(i))) {
                next = blocks.get(i);
            } else if (blocks.get(i) instanceof Block.Break) {
                next = null;
            }
        }
        return following;
    }

    private @Nullable Item owner(Block.Image image, @Nullable Block before, @Nullable Block after) {
        Item previous = before == null ? null : owners.get(before);
        Item next = after == null ? null : owners.get(after);
        if (before == null || previous == null) {
            return after != null && next != null && belongs(image, next, after) ? next : null;
        }
        if (after == null || next == null || next == previous) {
            return previous;
        }
        boolean repeatsNext = repeats(image, next);
        if (repeatsNext != repeats(image, previous)) {
            return repeatsNext ? next : previous;
        }
        return image.place().sharedDepth(after.place()) > image.place().sharedDepth(before.place()) ? next : previous;
    }

    /** Above the first item stand logos and banners too: only a photo that says so is its own. */
    private static boolean belongs(Block.Image image, Item next, Block after) {
        int bodyDepth = 2;
        return repeats(image, next) || image.place().sharedDepth(after.place()) > bodyDepth;
    }

    private static boolean repeats(Block.Image image, Item item) {
        return image.alt() != null && Words.same(image.alt(), item.title());
    }
}
