package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jdfwire.parser.block.Block;

/**
 * Takes out what a page writes beside flags only to name them: the countries, or {@code and} between two flags. Under a
 * heading of news such names are no heading of their own either, however bold; nor as headings of a level of their own,
 * where nothing else stands right under the heading above them.
 */
final class FlagNames {
    private static final String JOINTS = " \t\n\u000B\f\r/,・|&×–—-";
    private static final Names BETWEEN = new Names("and", "x", "vs", "with");
    private static final int MOST_WORDS = 30;
    private static final int MOST_NAME_WORDS = 6;

    private final Predicate<String> isCountry;

    /**
     * Makes a judge of such names.
     *
     * @param isCountry whether a text is the name of a country and nothing else
     */
    FlagNames(Predicate<String> isCountry) {
        this.isCountry = isCountry;
    }

    List<Block> removedFrom(List<Block> blocks) {
        return new CountryHeadings(this::isNames).asFlags(hasFlag(blocks) ? removedFromFlags(blocks) : blocks);
    }

    private List<Block> removedFromFlags(List<Block> blocks) {
        List<Block> kept = new ArrayList<>(blocks.size());
        boolean[] parts = countriesUnderOneHeading(blocks);
        boolean headed = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean after = isFlag(blocks, i - 1);
            boolean before = isFlag(blocks, i + 1);
            boolean label = parts[i]
                    || block instanceof Block.Text
                    || (headed && block instanceof Block.Heading heading && heading.level() >= Block.Heading.LABEL);
            boolean opening = !headed && block instanceof Block.Heading;
            boolean names = (after || before) && (label || opening) && isNames(block.words());
            boolean between = after && before && label && BETWEEN.contains(block.words());
            if (!(label && (names || between))) {
                kept.add(block);
                headed |= opening && !names;
            }
        }
        return kept;
    }

    private static boolean isFlag(List<Block> blocks, int at) {
        return at >= 0 && at < blocks.size() && blocks.get(at) instanceof Block.Flag;
    }

    /** Tells of each block whether it is a heading with a flag that, like all others under a heading, names a country. */
    private boolean[] countriesUnderOneHeading(List<Block> blocks) {
        boolean[] countries = new boolean[blocks.size()];
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading above && !countries[i] && !isNames(above.text())) {
                markCountries(blocks, i, above.level(), countries);
            }
        }
        return countries;
    }

    private void markCountries(List<Block> blocks, int above, int level, boolean[] countries) {
        boolean begun = false;
        List<Integer> found = new ArrayList<>();
        for (int i = above + 1; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading) {
                if (heading.level() <= level) {
                    break;
                }
                if (!(isFlag(blocks, i - 1) || isFlag(blocks, i + 1)) || !isNames(heading.text())) {
                    return;
                }
                begun = true;
                found.add(i);
            } else if (!begun && blocks.get(i) instanceof Block.Text) {
                return;
            }
        }
        found.forEach(at -> countries[at] = true);
    }

    private static boolean hasFlag(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Flag) {
                return true;
            }
        }
        return false;
    }

    /** Whether words are names of countries one after another and nothing else. */
    private boolean isNames(String words) {
        if (isCountry.test(words)) {
            return true;
        }
        // most words beside flags are news, which need not be parted to the end
        return beginsWithName(words) && isNames(parts(words, MOST_WORDS + 1));
    }

    private boolean beginsWithName(String words) {
        List<String> parts = parts(words, MOST_NAME_WORDS);
        return !parts.isEmpty() && (nameAt(parts, 0) > 0 || BETWEEN.contains(parts.get(0)));
    }

    private boolean isNames(List<String> parts) {
        int at = 0;
        while (at < parts.size() && parts.size() <= MOST_WORDS) {
            int name = nameAt(parts, at);
            if (name == 0 && !BETWEEN.contains(parts.get(at))) {
                return false;
            }
            at += Math.max(1, name);
        }
        return at == parts.size() && at > 1;
    }

    /** Returns the words between the joints, so many at most; an empty one before a joint that comes first. */
    private static List<String> parts(String words, int most) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < words.length() && parts.size() < most) {
            int start = at;
            while (at < words.length() && JOINTS.indexOf(words.charAt(at)) < 0) {
                at++;
            }
            if (at > start || start == 0) {
                parts.add(words.substring(start, at));
            }
            at++;
        }
        return parts;
    }

    /** Returns how many words the longest name has that begins there, or 0. */
    private int nameAt(List<String> parts, int from) {
        int end = Math.min(parts.size(), from + MOST_NAME_WORDS);
        String name = String.join(" ", parts.subList(from, end));
        while (end > from && !isCountry.test(name)) {
            end--;
            int last = parts.get(end).length();
            name = name.substring(0, Math.max(0, name.length() - last - 1));
        }
        return end - from;
    }
}
