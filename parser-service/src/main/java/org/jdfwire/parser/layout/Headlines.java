package org.jdfwire.parser.layout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells a headline with nothing but its parts under it from the name of a chapter: a section that tells one story has one
 * over all its headings; in any other article it has a photo of its own and no list of meetings under it, and in a list
 * of news a photo and other news beside it.
 */
final class Headlines {
    private static final int LEAST_WORDS = 4;
    private static final Set<String> MEETINGS = Set.of(
            "visits",
            "visit",
            "meets",
            "meeting",
            "calls",
            "call",
            "receives",
            "holds",
            "attends",
            "talks",
            "teleconference",
            "conference",
            "dialogue");

    private Headlines() {}

    /** Returns the headline over all other headings, a rubric aside, down to the end of the page; null where there is none. */
    static Block.@Nullable Heading overAll(List<Carried> headings, @Nullable String section) {
        if (Sections.isCollection(section)) {
            return null;
        }
        List<Carried> rest = isRubric(headings) ? headings.subList(1, headings.size()) : headings;
        if (rest.size() < 2 || !hasNoText(rest.get(0)) || !isHighest(rest)) {
            return null;
        }
        boolean story = Sections.isOneStory(section) || (hasPhoto(rest.get(0)) && !areMeetings(rest));
        return story ? rest.get(0).heading() : null;
    }

    /**
     * Whether several headings stand right under the first and each tells of a meeting or a visit, or of Japan and a
     * partner: news of their own.
     */
    private static boolean areMeetings(List<Carried> headings) {
        int level = headings.get(1).heading().level();
        List<Carried> parts = headings.stream()
                .filter(part -> part.heading().level() == level)
                .toList();
        return parts.size() > 1
                && parts.stream().allMatch(part -> isMeeting(part.heading().text()));
    }

    private static boolean isMeeting(String heading) {
        if (Words.key(heading).startsWith("japan")) {
            return true;
        }
        for (String word : heading.toLowerCase(Locale.ROOT).split("\\W+")) {
            if (MEETINGS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all headings are deeper than the first. */
    private static boolean isHighest(List<Carried> headings) {
        int level = headings.get(0).heading().level();
        return headings.stream().skip(1).allMatch(part -> part.heading().level() > level);
    }

    /**
     * Whether the first heading is the short name of a rubric: nothing stands between it and a longer heading, the only
     * one of its level, that has a sentence or a photo and then parts of its own.
     */
    private static boolean isRubric(List<Carried> headings) {
        if (headings.size() <= 2 || !headings.get(0).blocks().isEmpty() || !isHighest(headings)) {
            return false;
        }
        Carried headline = headings.get(1);
        return Words.count(headings.get(0).heading().text()) < LEAST_WORDS
                && Words.count(headline.heading().text()) >= LEAST_WORDS
                && (headline.anything() || hasPhoto(headline))
                && isHighest(headings.subList(1, headings.size()));
    }

    /** Whether beside news of that level stands a headline with a photo and nothing but its parts. */
    static boolean stands(List<Carried> headings, int level) {
        for (int i = 0; i + 1 < headings.size(); i++) {
            Carried headline = headings.get(i);
            if (headline.heading().level() == level
                    && hasNoText(headline)
                    && hasPhoto(headline)
                    && !Decks.isChapter(headline.heading().text())
                    && headings.get(i + 1).heading().level() > level) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNoText(Carried heading) {
        return heading.blocks().stream().noneMatch(Block.Text.class::isInstance);
    }

    private static boolean hasPhoto(Carried heading) {
        return heading.blocks().stream().anyMatch(Block.Image.class::isInstance);
    }
}
