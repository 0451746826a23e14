package org.jdfwire.parser.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every day of the 24 months before an issue, in every form, comes back as that day.
 *
 * <p>Without a year only the last twelve months are certain: a day before them is read as the same day of a later year,
 * the latest one that is not after the issue's month.
 */
class EveryDayTest {
    private static final RelativeDays RELATIVE_DAYS = new RelativeDays(new Vocabulary());
    /** m is the month, a its abbreviation, d the day, o the ordinal, w the weekday, y the year (left out with its gap). */
    private static final List<String> FORMS = List.of(
            "On {m} {d}{,y}, they met.",
            "On {m} {o}{ y} they met.",
            "On {m} {o}{,y}, they met.",
            "on {d} {m}{ y} they met.",
            "They met on {d} {m}{,y}.",
            "{d}, {m}{ y} was the day.",
            "On the {d}, {m}{,y}, they met.",
            "It was on the {o} of {m}{,y}.",
            "The {o} {m}{ y} was the day.",
            "{a} {d}{,y} was the day.",
            "They met on {d} {a}{ y}.",
            "On {w}, {d} {m}{ y}, they met.",
            "On {w}, {m} {d}{,y}, they met.",
            "On {m} {d} ({w}){,y}, they met.",
            "At 9:15am on {m} {o}{,y}, they met.",
            "On {m} {d}{,y},two ships left.",
            "Since {m} {d}{,y}, 30 ships and 2 aircraft of the 5th Fleet are there.",
            "The F-15 and the DD-115, of 16,000 tons, left by {m} {d}{,y}.");

    private static final List<String> RANGES = List.of(
            "From {m} {d}{,y} to {M} {D}{,Y}, they met.",
            "From {d} {m}{ y} to {D} {M}{ Y}, they met.",
            "{m} {d}{,y} - {M} {D}{,Y} was the time.",
            "{a} {d}{,y}–{A} {D}{,Y} was the time.",
            "They met between {m} {o}{,y} and {M} {O}{,Y}.",
            "From the {o} of {m}{,y} to the {O} of {M}{,Y}, they met.");

    private static final int MOST_SHOWN = 10;

    @ParameterizedTest
    @ValueSource(strings = {"2021-03", "2020-02", "2016-12"})
    void readsEveryDayInEveryForm(YearMonth issue) {
        DateReader reader = new DateReader(RELATIVE_DAYS, issue);
        List<String> wrong = new ArrayList<>();
        LocalDate last = issue.atEndOfMonth();
        for (LocalDate day = issue.minusMonths(24).atDay(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (String form : FORMS) {
                check(reader, written(form, day, day, true), day, day, false, wrong);
                LocalDate meant = latest(day, last);
                boolean known = !meant.isBefore(issue.minusMonths(24).atDay(1));
                check(reader, written(form, day, day, false), known ? meant : null, meant, true, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-03", "2020-02", "2016-12"})
    void readsEveryRangeInEveryForm(YearMonth issue) {
        DateReader reader = new DateReader(RELATIVE_DAYS, issue);
        List<String> wrong = new ArrayList<>();
        LocalDate last = issue.atEndOfMonth();
        for (LocalDate day = last.minusMonths(11); !day.plusDays(20).isAfter(last); day = day.plusDays(1)) {
            for (String form : RANGES) {
                for (int days : new int[] {1, 5, 20}) {
                    LocalDate end = day.plusDays(days);
                    check(reader, written(form, day, end, true), day, end, false, wrong);
                    check(reader, written(form, day, end, false), day, end, true, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(
            DateReader reader,
            String text,
            @Nullable LocalDate start,
            LocalDate end,
            boolean yearInferred,
            List<String> wrong) {
        List<Occurrence> read = reader.read(Passage.of("Title"), List.of(Passage.of(text)), null);
        boolean right = start == null
                ? read.isEmpty()
                : read.size() == 1
                        && read.get(0).start().equals(start)
                        && read.get(0).end().equals(end)
                        && read.get(0).yearInferred() == yearInferred
                        && text.contains(read.get(0).text());
        if (!right && wrong.size() < MOST_SHOWN) {
            wrong.add(text + " is " + start + " to " + end + ", read " + read);
        }
    }

    private static LocalDate latest(LocalDate day, LocalDate last) {
        return Stream.iterate(last.getYear(), year -> year - 1)
                .filter(year -> day.getDayOfMonth()
                        <= YearMonth.of(year, day.getMonth()).lengthOfMonth())
                .map(day::withYear)
                .filter(date -> !date.isAfter(last))
                .findFirst()
                .orElseThrow();
    }

    private static String written(String form, LocalDate start, LocalDate end, boolean year) {
        return form.replace("{m}", month(start, TextStyle.FULL))
                .replace("{M}", month(end, TextStyle.FULL))
                .replace("{a}", month(start, TextStyle.SHORT) + ".")
                .replace("{A}", month(end, TextStyle.SHORT) + ".")
                .replace("{d}", Integer.toString(start.getDayOfMonth()))
                .replace("{D}", Integer.toString(end.getDayOfMonth()))
                .replace("{o}", ordinal(start.getDayOfMonth()))
                .replace("{O}", ordinal(end.getDayOfMonth()))
                .replace("{w}", start.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .replace("{,y}", year ? ", " + start.getYear() : "")
                .replace("{ y}", year ? " " + start.getYear() : "")
                .replace("{,Y}", year ? ", " + end.getYear() : "")
                .replace("{ Y}", year ? " " + end.getYear() : "");
    }

    private static String month(LocalDate day, TextStyle style) {
        return day.getMonth().getDisplayName(style, Locale.ENGLISH);
    }

    private static String ordinal(int day) {
        String ending = day % 10 == 1 && day != 11
                ? "st"
                : day % 10 == 2 && day != 12 ? "nd" : day % 10 == 3 && day != 13 ? "rd" : "th";
        return day + ending;
    }
}
