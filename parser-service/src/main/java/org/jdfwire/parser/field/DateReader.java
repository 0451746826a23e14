package org.jdfwire.parser.field;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Occurrence.Precision;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a topic took place: by the first date of its text that can be its own.
 *
 * <p>A month without a day counts only in the first sentence, where no day stands; further on it belongs to something the
 * text looks back to. {@code On the same day} counts from the entry before on the page.
 */
public final class DateReader {
    private static final String STOPS = ".!?";
    private static final String CLOSING = ")”\"";
    private static final PhraseIndex<Anchor> RELATIVE = new PhraseIndex<>(relativeWords());

    private final DateResolver resolver;

    /**
     * Makes a reader for one issue.
     *
     * @param issue the issue's month, null where the page does not state it
     */
    public DateReader(@Nullable YearMonth issue) {
        this.resolver = new DateResolver(issue);
    }

    /**
     * Reads the occurrence of a topic.
     *
     * @param before the date of the entry before on the page, null where it has none
     * @return one occurrence, or none where the text does not say
     */
    public List<Occurrence> read(String title, List<String> paragraphs, @Nullable Occurrence before) {
        for (int i = 0; i < paragraphs.size(); i++) {
            Occurrence occurrence = read(paragraphs.get(i), i == 0, before);
            if (occurrence != null) {
                return List.of(occurrence);
            }
        }
        Occurrence inTitle = firstDay(title);
        return inTitle == null ? List.of() : List.of(inTitle);
    }

    private @Nullable Occurrence read(String paragraph, boolean opening, @Nullable Occurrence before) {
        Occurrence day = firstDay(paragraph);
        Occurrence relative = opening && before != null ? relative(paragraph, before, day) : null;
        if (relative != null) {
            return relative;
        }
        Occurrence month = opening ? firstMonth(paragraph, day) : null;
        return month != null ? month : day;
    }

    /** Returns the first day that the first sentence of a paragraph names, whatever its year; null where it names none. */
    public static @Nullable MonthDay openingDay(String paragraph) {
        return DateForms.firstDay(
                firstSentence(paragraph),
                words -> day(words.start().month(), words.start().day()));
    }

    private static @Nullable MonthDay day(int month, int day) {
        return day > Month.of(month).maxLength() ? null : MonthDay.of(month, day);
    }

    private @Nullable Occurrence firstDay(String text) {
        return DateForms.firstDay(text, resolver::resolve);
    }

    /** Returns the month of the first sentence, unless that sentence has a day too. */
    private @Nullable Occurrence firstMonth(String paragraph, @Nullable Occurrence day) {
        if (!DateTokens.anyMonth(paragraph)) {
            return null;
        }
        String opening = firstSentence(paragraph);
        if (day != null && opening.contains(day.text())) {
            return null;
        }
        return DateForms.firstMonth(opening, resolver::resolve);
    }

    /** Returns the first sentence as far as it matters here: {@code No. 1} and {@code U.S.} end none. */
    private static String firstSentence(String paragraph) {
        for (int at = 1; at < paragraph.length(); at++) {
            if (STOPS.indexOf(paragraph.charAt(at)) >= 0
                    && mayEnd(paragraph.charAt(at - 1))
                    && opens(paragraph, at + 1)) {
                return paragraph.substring(0, at + 1);
            }
        }
        return paragraph;
    }

    private static boolean mayEnd(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || CLOSING.indexOf(c) >= 0;
    }

    /** Whether nothing follows, or a gap and a capital. */
    private static boolean opens(String text, int gap) {
        int at = gap;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at == text.length()
                || (at > gap && Character.getType(text.codePointAt(at)) == Character.UPPERCASE_LETTER);
    }

    private @Nullable Occurrence relative(String paragraph, Occurrence before, @Nullable Occurrence day) {
        List<Match<Anchor>> found = RELATIVE.longest(Passage.of(paragraph));
        if (found.isEmpty() || before.precision() != Precision.DAY) {
            return null;
        }
        Match<Anchor> words = found.get(0);
        // after a date of its own the words count from that date, which the topic has already
        if (day != null && paragraph.indexOf(day.text()) < words.start()) {
            return null;
        }
        LocalDate start = words.value() == Anchor.NEXT ? before.end().plusDays(1) : before.start();
        LocalDate end = words.value() == Anchor.SAME ? before.end() : start;
        if (words.value() == Anchor.PREVIOUS) {
            start = before.start().minusDays(1);
            end = start;
        }
        return resolver.isTheTopics(start)
                ? new Occurrence(start, end, words.in(paragraph), Precision.DAY, before.yearInferred(), true)
                : null;
    }

    /** Which day is meant, counted from the entry before. */
    private enum Anchor {
        SAME,
        NEXT,
        PREVIOUS
    }

    private static Map<String, Anchor> relativeWords() {
        Map<String, Anchor> words = new HashMap<>();
        for (String on : List.of("", "on ")) {
            for (String day : List.of("day", "date")) {
                words.put(on + "the same " + day, Anchor.SAME);
                words.put(on + "that same " + day, Anchor.SAME);
                words.put(on + "the next " + day, Anchor.NEXT);
                words.put(on + "the following " + day, Anchor.NEXT);
                words.put(on + "the previous " + day, Anchor.PREVIOUS);
            }
            words.put(on + "the day after", Anchor.NEXT);
            words.put(on + "the day before", Anchor.PREVIOUS);
        }
        return words;
    }
}
