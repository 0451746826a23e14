package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * Decides which headings open topics; every other heading becomes a paragraph of the topic it stands in.
 *
 * <p>The rule: a heading <em>carries</em> what stands between it and the next heading of any level. The topic level is
 * the level whose headings carry the most runs of flags; where no heading carries flags, it is the highest level that
 * carries news. Two exceptions: in an article, the headline over all other headings is it, with whatever under it
 * ({@link Headlines}); and in a section that is a list of news, a single heading with a short introduction yields to a
 * deeper level that repeats and is not numbered ({@code 1.}, {@code (1)}). Headings above the topic level open a topic
 * too, if they carry anything. Where no heading carries anything, or only bold captions do, {@link HeadingGuess} looks for
 * lines that act as one; {@link LinesAboveLabels} does where all headings are bold and stand below the first news.
 */
public final class TopicHeadings {
    private static final double SHORT_INTRODUCTION = 0.3;

    private final FlagNames flagNames;

    /**
     * Makes a judge of headings.
     *
     * @param isCountry whether a text is the name of a country and nothing else
     */
    public TopicHeadings(Predicate<String> isCountry) {
        this.flagNames = new FlagNames(isCountry);
    }

    /**
     * Returns the blocks with only those headings left that open a topic.
     *
     * @param section of the page, null where unknown
     * @param fused whether headings can be fused to their first sentence beside others that are not
     */
    public List<Block> settle(List<Block> blocks, @Nullable String section, boolean fused) {
        List<Block> headed = Questions.lower(FlagRuns.underTheirHeadings(flagNames.removedFrom(blocks)), section);
        headed = Carried.any(headed)
                ? LinesAboveLabels.promote(HeadingGuess.aboveBoldCaptions(headed), section)
                : HeadingGuess.promote(headed, section);
        headed = FontRanks.set(headed, section);
        headed = Moments.lower(CaptionLines.join(Captions.join(headed)));
        headed = DataLabels.lower(PartHeadings.lower(headed), section);
        headed = Decks.lower(Bylines.lower(NumberedHeadings.lower(headed, section), section));
        int level = topicLevel(Carried.of(headed), section);
        return lower(fused ? FusedHeadings.unfuse(headed, level) : headed, level);
    }

    private static int topicLevel(List<Carried> headings, @Nullable String section) {
        TreeMap<Integer, Integer> flagged = new TreeMap<>();
        TreeMap<Integer, Integer> carrying = new TreeMap<>();
        for (Carried heading : headings) {
            int level = heading.heading().level();
            if (heading.flags()) {
                flagged.merge(level, 1, Integer::sum);
            }
            if (heading.anything()) {
                carrying.merge(level, 1, Integer::sum);
            }
        }
        if (!flagged.isEmpty()) {
            // of several that carry as many, the highest, which comes first
            return Collections.max(flagged.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
        }
        int highest = carrying.isEmpty() ? Block.Heading.CONFIRMED : carrying.firstKey();
        Block.Heading headline = Headlines.overAll(headings, section);
        if (headline != null) {
            return headline.level();
        }
        if (Sections.isCollection(section)
                && carrying.getOrDefault(highest, 0) == 1
                && !Headlines.stands(headings, highest)) {
            return repeatedBelow(headings, highest, carrying);
        }
        return highest;
    }

    private static int repeatedBelow(List<Carried> headings, int highest, Map<Integer, Integer> carrying) {
        int all = headings.stream().mapToInt(Carried::letters).sum();
        int introduction = headings.stream()
                .filter(heading -> heading.heading().level() == highest)
                .mapToInt(Carried::letters)
                .sum();
        if (introduction > all * SHORT_INTRODUCTION) {
            return highest;
        }
        for (Map.Entry<Integer, Integer> entry : carrying.entrySet()) {
            boolean numbered = headings.stream()
                    .filter(heading -> heading.heading().level() == entry.getKey())
                    .allMatch(heading ->
                            NumberedHeadings.isNumbered(heading.heading().text()));
            if (entry.getKey() > highest && entry.getValue() > 1 && !numbered) {
                return entry.getKey();
            }
        }
        return highest;
    }

    /** Makes deeper headings paragraphs, those with nothing under them nothing. */
    private static List<Block> lower(List<Block> blocks, int topicLevel) {
        List<Block> lowered = new ArrayList<>();
        boolean textFollows = false;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            if (block instanceof Block.Heading heading && heading.level() > topicLevel) {
                if (textFollows) {
                    lowered.add(heading.asParagraph());
                }
                continue;
            }
            if (block instanceof Block.Text) {
                textFollows = true;
            } else if (block instanceof Block.Heading || block instanceof Block.Break) {
                textFollows = false;
            }
            lowered.add(block);
        }
        Collections.reverse(lowered);
        return lowered;
    }
}
