package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * Takes headings that are names of countries and nothing else for flags that are only written: where all headings under
 * another are such, and nothing else stands right under that one. On a page that tells news under other headings as deep
 * as these, they stay: then each of them opens a topic.
 */
final class CountryHeadings {
    private final Predicate<String> isNames;

    /**
     * Makes a judge of headings.
     *
     * @param isNames whether words are names of countries one after another and nothing else
     */
    CountryHeadings(Predicate<String> isNames) {
        this.isNames = isNames;
    }

    List<Block> asFlags(List<Block> blocks) {
        if (!isAnyRightUnderAnother(blocks)) {
            return blocks;
        }
        boolean[] names = new boolean[blocks.size()];
        boolean any = false;
        for (int i = 0; i < blocks.size(); i++) {
            names[i] = blocks.get(i) instanceof Block.Heading heading && isNames.test(heading.text());
            any |= names[i];
        }
        if (!any) {
            return blocks;
        }
        boolean[] countries = new boolean[blocks.size()];
        int lowest = 0;
        for (int i = 0; i + 1 < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading above && !names[i]) {
                int end = endOfCountries(blocks, i, names);
                for (int at = i + 1; at < end; at++) {
                    countries[at] = names[at];
                }
                lowest = end > 0 ? Math.max(lowest, above.level()) : lowest;
            }
        }
        return lowest > 0 && !isNewsDeeper(blocks, lowest, countries) ? flagged(blocks, countries) : blocks;
    }

    /** Whether a heading stands right under a higher one, pictures aside. */
    private static boolean isAnyRightUnderAnother(List<Block> blocks) {
        Block.@Nullable Heading above = null;
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                if (above != null && heading.level() > above.level()) {
                    return true;
                }
                above = heading;
            } else if (!(block instanceof Block.Image)) {
                above = null;
            }
        }
        return false;
    }

    /** Returns where the part of the page ends that has nothing but countries for headings; 0 where it has others or none. */
    private static int endOfCountries(List<Block> blocks, int above, boolean[] names) {
        int level = ((Block.Heading) blocks.get(above)).level();
        boolean begun = false;
        int at = above + 1;
        while (at < blocks.size() && !(blocks.get(at) instanceof Block.Heading next && next.level() <= level)) {
            Block block = blocks.get(at);
            if (block instanceof Block.Heading ? !names[at] : block instanceof Block.Flag) {
                return 0;
            }
            begun |= names[at];
            if (!begun && !(block instanceof Block.Image)) {
                return 0;
            }
            at++;
        }
        return begun ? at : 0;
    }

    private static boolean isNewsDeeper(List<Block> blocks, int level, boolean[] countries) {
        List<Carried> headings = Carried.of(blocks);
        int next = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading) {
                boolean news = headings.get(next).anything();
                next++;
                if (news && !countries[i] && heading.level() > level) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Block> flagged(List<Block> blocks, boolean[] countries) {
        List<Block> flagged = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            flagged.add(countries[i] ? new Block.Flag(block.words(), true, block.place()) : block);
        }
        return flagged;
    }
}
