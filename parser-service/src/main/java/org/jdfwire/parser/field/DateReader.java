package org.jdfwire.parser.field;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
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
 * text looks back to. {@code On the same day} counts from the entry before on the page. Where the issue's month is not
 * known, a first date without a year leaves the topic undated, unless its paragraph has one with a year at about that
 * time: other dates behind it are those of something else.
 */
public final class DateReader {
    private static final String CLOSING = ")”\"";

    /** Words right before a month that belong to a noun where no {@code was} stands before them. */
    private static final Pattern DONE = Pattern.compile(
            "\\b(?:held|issued|signed|adopted|agreed|concluded|announced|published|released|formulated|established) $");

    private static final Pattern WAS_DONE =
            Pattern.compile("\\b(?:is|are|was|were|be|been|being)(?: \\w+){0,2} \\w+ $");

    /** Of letters that are looked at before a month. */
    private static final int LONGEST_VERB = 60;

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
            if (resolver.isWithoutYears() && opensWithoutYear(paragraphs.get(i).text(), i == 0)) {
                break;
            }
            Occurrence occurrence = read(paragraphs.get(i), i == 0, before);
            if (occurrence != null) {
                return List.of(occurrence);
            }
        }
        Occurrence inTitle = firstDay(title.text());
        return inTitle == null ? List.of() : List.of(inTitle);
    }

    /** Returns whether the first date of a topic's text has no year: without the issue's month nobody can tell it. */
    public static boolean openWithoutYear(List<String> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            if (opensWithoutYear(paragraphs.get(i), i == 0)) {
                return true;
            }
            if (DateForms.firstDay(paragraphs.get(i), words -> words.hasYear() ? words : null) != null) {
                return false;
            }
        }
        return false;
    }

    /**
     * Whether a paragraph dates the topic by a day without a year, or by a month of its first sentence where that has no
     * day, and has no day of about that time with one.
     */
    private static boolean opensWithoutYear(String paragraph, boolean opening) {
        if (!DateTokens.anyMonth(paragraph)) {
            return false;
        }
        DateWords first = DateForms.firstDay(
                paragraph, words -> day(words.start().month(), words.start().day()) == null ? null : words);
        int end = opening ? endOfFirstSentence(paragraph) : 0;
        if (opening && (first == null || first.at() >= end)) {
            DateWords month = DateForms.firstMonth(paragraph.substring(0, end), words -> words);
            first = month != null ? month : first;
        }
        if (first == null || first.hasYear()) {
            return false;
        }
        DateWords dated = DateForms.firstDay(paragraph, words -> words.hasYear() ? words : null);
        return dated == null || !dated.isAboutTheTimeOf(first);
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
        String sentence = paragraph.substring(0, end);
        return DateForms.firstMonth(sentence, words -> ofThisNews(resolver.resolve(words), sentence, words.at()));
    }

    /** Returns the month unless it is that of something named in passing, such as {@code the talks held in May 2013}. */
    private @Nullable Occurrence ofThisNews(@Nullable Occurrence month, String sentence, int at) {
        if (month == null || resolver.isRecent(month.start())) {
            return month;
        }
        String before = sentence.substring(Math.max(0, at - LONGEST_VERB), at);
        return DONE.matcher(before).find() && !WAS_DONE.matcher(before).find() ? null : month;
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
