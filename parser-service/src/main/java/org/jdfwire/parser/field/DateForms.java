package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.parser.field.DateWords.Part;
import org.jspecify.annotations.Nullable;

/** The forms in which the magazine writes dates. */
final class DateForms {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH =
            "(?<![\\p{L}\\p{N}])((?=\\p{Lu})(?i:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec))(?!\\p{L})\\.?";
    private static final String DAY = "(?<![\\p{L}\\p{N}.:/-])(\\d{1,2})(?![\\d:%]|,\\d{3})(?:\\s?(?:st|nd|rd|th)\\b)?";
    private static final String SECOND_DAY = "(\\d{1,2})(?![\\d:%]|,\\d{3})(?:\\s?(?:st|nd|rd|th)\\b)?";
    private static final String YEAR = "(?:\\s*,?\\s*((?:19|20)\\d\\d)(?!\\d))?";
    private static final String THIS_YEAR = "(?:,?\\s+(?:of\\s+)?((?:this|last)\\s+year))?";
    private static final String TO = "\\s*(?:to|through|until|till|and|&|[-–—~〜])\\s*(?:the\\s+)?";
    private static final String OPENING =
            "(?:(?:[Oo]n|[Ff]rom|[Bb]etween|[Ii]n|[Dd]uring|[Uu]ntil|[Ss]ince|[Bb]y|[Oo]ver|[Ss]tarting)\\s+(?:from\\s+)?(?:the\\s+)?)?";
    private static final String FOR_DAYS =
            "(?:[Ff]or\\s+(\\d{1,3})\\s+days\\s*,?\\s*(?:starting\\s+|beginning\\s+)?(?:from|on)\\s+)?";
    /** What a number counts that follows {@code and} and is no day. */
    private static final String NO_COUNT =
            "(?!\\s+(?:countries|nations|ships|vessels|members|personnel|people|persons|aircraft|days|years|participants|officers|students|hours|minutes|times|others?)\\b)";

    /** {@code December 15} · {@code December 9 to 11} · {@code June 29 to July 3, 2018}. */
    private static final Pattern MONTH_FIRST = Pattern.compile(FOR_DAYS + OPENING + MONTH + "\\s*" + SECOND_DAY + YEAR
            + "(?:" + TO + "(?:" + MONTH + "\\s*)?" + SECOND_DAY + NO_COUNT + YEAR + ")?" + THIS_YEAR);

    /** {@code 3 August} · {@code 21, November} · {@code the 20th of December, 2018}. */
    private static final Pattern DAY_FIRST =
            Pattern.compile(OPENING + DAY + "\\s*(?:of\\s+|,\\s*)?" + MONTH + YEAR + THIS_YEAR);

    /** {@code 3 to 5 August}. */
    private static final Pattern DAYS_FIRST =
            Pattern.compile(OPENING + DAY + TO + SECOND_DAY + "\\s*(?:of\\s+|,\\s*)?" + MONTH + YEAR + THIS_YEAR);

    /** {@code 29 June to 3 July 2018}. */
    private static final Pattern DAY_FIRST_RANGE = Pattern.compile(
            OPENING + DAY + "\\s*(?:of\\s+)?" + MONTH + YEAR + TO + SECOND_DAY + "\\s*(?:of\\s+)?" + MONTH + YEAR);

    /** {@code In November 2020} · {@code in August of this year}. */
    private static final Pattern MONTH_ONLY =
            Pattern.compile("(?:[Ii]n|[Dd]uring|[Tt]hroughout)\\s+(?:early\\s+|mid-?\\s*|late\\s+)?" + MONTH + YEAR
                    + THIS_YEAR + "(?!\\s*\\d)");

    private DateForms() {}

    /** Returns every date in the text that has a day, in order, each stretch of words once. */
    static List<DateWords> days(String text) {
        List<DateWords> found = new ArrayList<>();
        Matcher m = DAY_FIRST_RANGE.matcher(text);
        while (m.find()) {
            found.add(words(m, part(m, 2, 1, 3), part(m, 5, 4, 6), 0, null));
        }
        m = DAYS_FIRST.matcher(text);
        while (m.find()) {
            found.add(words(m, part(m, 3, 1, 4), part(m, 3, 2, 4), 0, m.group(5)));
        }
        m = MONTH_FIRST.matcher(text);
        while (m.find()) {
            Part start = part(m, 2, 3, 4);
            Part end = m.group(6) == null ? start : part(m, m.group(5) == null ? 2 : 5, 6, 7);
            found.add(words(m, start, end, m.group(1) == null ? 0 : Integer.parseInt(m.group(1)), m.group(8)));
        }
        m = DAY_FIRST.matcher(text);
        while (m.find()) {
            Part day = part(m, 2, 1, 3);
            found.add(words(m, day, day, 0, m.group(4)));
        }
        return withoutOverlaps(found);
    }

    /** Returns every month in the text that stands without a day, in order. */
    static List<DateWords> months(String text) {
        List<DateWords> found = new ArrayList<>();
        Matcher m = MONTH_ONLY.matcher(text);
        while (m.find()) {
            Part month = new Part(month(m.group(1)), 0, year(m.group(2)));
            found.add(words(m, month, month, 0, m.group(3)));
        }
        return found;
    }

    /** Of two readings of the same words the earlier-beginning counts, then the longer one. */
    private static List<DateWords> withoutOverlaps(List<DateWords> found) {
        found.sort(Comparator.comparingInt(DateWords::at)
                .thenComparing(words -> words.text().length(), Comparator.reverseOrder()));
        List<DateWords> kept = new ArrayList<>();
        int end = 0;
        for (DateWords words : found) {
            if (words.at() >= end) {
                kept.add(words);
                end = words.at() + words.text().length();
            }
        }
        return kept;
    }

    private static DateWords words(Matcher m, Part start, Part end, int days, @Nullable String whichYear) {
        Integer yearsBack = whichYear == null ? null : Integer.valueOf(whichYear.startsWith("last") ? 1 : 0);
        return new DateWords(m.start(), m.group().strip(), start, end, days, yearsBack);
    }

    private static Part part(Matcher m, int month, int day, int year) {
        return new Part(month(m.group(month)), Integer.parseInt(m.group(day)), year(m.group(year)));
    }

    private static @Nullable Integer year(@Nullable String year) {
        return year == null ? null : Integer.valueOf(year);
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
    }
}
