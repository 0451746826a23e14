package org.jdfwire.parser.field;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Occurrence.Precision;
import org.jdfwire.parser.field.RelativeDays.Anchor;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a topic took place: by the first date of its text that can be its own.
 *
 * <p>A month without a day counts only in the first sentence, where no day stands; further on it belongs to something the
 * text looks back to. {@code On the same day} counts from the entry before on the page.
 */
public final class DateReader {
    private static final String CLOSING = ")”\"";

    private final RelativeDays relativeDays;
    private final DateResolver resolver;

    /**
     * Makes a reader for one issue.
     *
     * @param issue the issue's month, null where the page does not state it
     */
    public DateReader(RelativeDays relativeDays, @Nullable YearMonth issue) {
        this.relativeDays = relativeDays;
        this.resolver = new DateResolver(issue);
    }

    /**
     * Reads the occurrence of a topic.
     *
     * @param before the date of the entry before on the page, null where it has none
     * @return one occurrence, or none where the text does not say
     */
    public List<Occurrence> read(Passage title, List<Passage> paragraphs, @Nullable Occurrence before) {
        for (int i = 0; i < paragraphs.size(); i++) {
            Occurrence occurrence = read(paragraphs.get(i), i == 0, before);
            if (occurrence != null) {
                return List.of(occurrence);
            }
        }
        Occurrence inTitle = firstDay(title.text());
        return inTitle == null ? List.of() : List.of(inTitle);
    }

    private @Nullable Occurrence read(Passage paragraph, boolean opening, @Nullable Occurrence before) {
        Occurrence day = firstDay(paragraph.text());
        Occurrence relative = opening && before != null ? relative(paragraph, before, day) : null;
        if (relative != null) {
            return relative;
        }
        Occurrence month = opening ? firstMonth(paragraph.text(), day) : null;
        return month != null ? month : day;
    }

    /** Returns the first day that the first sentence of a paragraph names, whatever its year; null where it names none. */
    public static @Nullable MonthDay openingDay(String paragraph) {
        if (!DateTokens.anyMonth(paragraph)) {
            return null;
        }
        return DateForms.firstDay(
                paragraph.substring(0, endOfFirstSentence(paragraph)),
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
        if (day == null && !DateTokens.anyMonth(paragraph)) {
            return null;
        }
        int end = endOfFirstSentence(paragraph);
        if (day != null && paragraph.indexOf(day.text()) + day.text().length() <= end) {
            return null;
        }
        return DateForms.firstMonth(paragraph.substring(0, end), resolver::resolve);
    }

    /** Returns where the first sentence ends as far as it matters here: {@code No. 1} and {@code U.S.} end none. */
    private static int endOfFirstSentence(String paragraph) {
        for (int at = 1; at < paragraph.length(); at++) {
            if (isStop(paragraph.charAt(at)) && mayEnd(paragraph.charAt(at - 1)) && opens(paragraph, at + 1)) {
                return at + 1;
            }
        }
        return paragraph.length();
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?';
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

    private @Nullable Occurrence relative(Passage paragraph, Occurrence before, @Nullable Occurrence day) {
        Match<Anchor> words = before.precision() == Precision.DAY ? relativeDays.first(paragraph) : null;
        // after a date of its own the words count from that date, which the topic has already
        if (words == null || (day != null && paragraph.text().indexOf(day.text()) < words.start())) {
            return null;
        }
        LocalDate start = words.value() == Anchor.NEXT ? before.end().plusDays(1) : before.start();
        LocalDate end = words.value() == Anchor.SAME ? before.end() : start;
        if (words.value() == Anchor.PREVIOUS) {
            start = before.start().minusDays(1);
            end = start;
        }
        return resolver.isTheTopics(start)
                ? new Occurrence(start, end, words.in(paragraph.text()), Precision.DAY, before.yearInferred(), true)
                : null;
    }
}
