package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the bold headings of a page that has no others, and has them in two or three sizes, the first in the largest:
 * those set larger stand above those set smaller. Where a section tells several news, whose first may be set larger, the
 * first must have no sentence of its own, or two or more be smaller and a larger one stand below a smaller one.
 */
final class FontRanks {
    private static final int MOST_SIZES = 3;
    private static final int LEAST_SMALLER = 2;

    private FontRanks() {}

    /** Returns the blocks with such headings at levels that say so. */
    static List<Block> set(List<Block> blocks, @Nullable String section) {
        List<Block.Heading> headings = new ArrayList<>();
        NavigableSet<Integer> sizes = new TreeSet<>();
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                if (heading.level() != Block.Heading.BOLD || heading.size() == Block.Heading.ANY_SIZE) {
                    return blocks;
                }
                headings.add(heading);
                sizes.add(heading.size());
            }
        }
        boolean ranked = sizes.size() > 1
                && sizes.size() <= MOST_SIZES
                && !areNews(blocks, sizes.last())
                && headings.get(0).size() == sizes.last()
                && (!Sections.maybeSeveral(section)
                        || isHeadline(blocks, section)
                        || alternate(headings, sizes.last()));
        return ranked ? ranked(blocks, sizes) : blocks;
    }

    /** Whether the first heading of an article has no sentence of its own, as the headline over its parts has none. */
    private static boolean isHeadline(List<Block> blocks, @Nullable String section) {
        return !Sections.isCollection(section) && !Carried.of(blocks).get(0).prose();
    }

    /** Whether two or more of the smaller headings open with a day, as parts of one story do not. */
    private static boolean areNews(List<Block> blocks, int largest) {
        return Carried.of(blocks).stream()
                        .filter(carried -> carried.heading().size() < largest && carried.opensWithDay())
                        .count()
                >= LEAST_SMALLER;
    }

    /** Whether two or more are smaller than the largest, and one of these stands below one of those. */
    private static boolean alternate(List<Block.Heading> headings, int largest) {
        int smaller = 0;
        boolean below = false;
        for (Block.Heading heading : headings) {
            below |= smaller > 0 && heading.size() == largest;
            smaller += heading.size() < largest ? 1 : 0;
        }
        return below && smaller >= LEAST_SMALLER;
    }

    private static List<Block> ranked(List<Block> blocks, NavigableSet<Integer> sizes) {
        List<Block> ranked = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            ranked.add(
                    block instanceof Block.Heading heading
                            ? heading.withLevel(Block.Heading.BOLD
                                    + sizes.tailSet(heading.size(), false).size())
                            : block);
        }
        return ranked;
    }
}
