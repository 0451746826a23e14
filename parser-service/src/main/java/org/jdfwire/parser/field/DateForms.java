package org.jdfwire.parser.field;

import java.util.function.Function;
import org.jdfwire.parser.field.DateSpans.Span;
import org.jdfwire.parser.field.DateToken.Kind;
import org.jdfwire.parser.field.DateWords.Part;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which the magazine writes dates, as a grammar:
 *
 * <pre>
 * date    = [length | opening ["from"]] days ["," ] ["of"] ["this" | "last" "year"] ["for" count "days"]
 * length  = ("for" count | "over" ["the"] count in letters) "days" [","] ["starting"] ("from" | "on")
 * days    = point [{"," day} to (point | day)]      December 9 to 11 · 29 June to 3 July
 *         | point "and" ("ended" "on" | "lasted" "until") point          June 29 and ended on July 3
 *         | day {"," day} to day ["of" | ","] month [year]               3 to 5 August
 * point   = [weekday] month ["the"] day [year]                           December 15, 2020
 *         | [weekday] ["the"] day ["of" | ","] month [year]              21, November
 * months  = ("in" | edge "of") [part] month [to month] [year]            in early March 2020
 *         | ("from" | "between") month to month [year]                   from June to August
 * </pre>
 */
final class DateForms {
    private final String text;
    private final DateCursor cursor;
    private final DatePoints points;
    private final DateSpans spans;
    private final DateLengths lengths;

    private DateForms(String text, DateTokens tokens) {
        this.text = text;
        this.cursor = new DateCursor(tokens);
        this.points = new DatePoints(cursor);
        this.spans = new DateSpans(cursor);
        this.lengths = new DateLengths(cursor);
    }

    /** Returns what the first date in the text stands for that has a day and stands for anything, or null. */
    static <T> @Nullable T firstDay(String text, Function<DateWords, @Nullable T> meaning) {
        return first(text, DateForms::date, meaning);
    }

    /** Returns what the first month in the text stands for that has no day and stands for anything, or null. */
    static <T> @Nullable T firstMonth(String text, Function<DateWords, @Nullable T> meaning) {
        return first(text, DateForms::month, meaning);
    }

    private static <T> @Nullable T first(String text, Form form, Function<DateWords, @Nullable T> meaning) {
        DateTokens tokens = new DateTokens(text);
        DateForms forms = new DateForms(text, tokens);
        while (tokens.next()) {
            for (int start = 0; tokens.get(start) != null; ) {
                DateWords words = form.read(forms, start);
                T meant = words == null ? null : meaning.apply(words);
                if (meant != null) {
                    return meant;
                }
                start = words != null ? forms.cursor.at() : start + 1;
            }
        }
        return null;
    }

    /** One of the two forms: a date with a day, or a month. */
    private interface Form {
        @Nullable
        DateWords read(DateForms forms, int from);
    }

    private @Nullable DateWords date(int from) {
        cursor.begin(from);
        if (!cursor.peek().mayBegin()) {
            return null;
        }
        int length = lengths.before();
        Kind opening = cursor.peek().kind();
        if (length == 0 && cursor.peek().opens()) {
            cursor.pass(1);
            cursor.skip(Kind.FROM);
        }
        Span span = spans.span(opening);
        if (span == null) {
            return null;
        }
        Integer yearsBack = lengths.yearsBack();
        return words(span, length > 0 ? length : lengths.after(), yearsBack);
    }

    private @Nullable DateWords month(int from) {
        cursor.begin(from);
        boolean reach = cursor.peek().kind() == Kind.FROM || cursor.peek().kind() == Kind.BETWEEN;
        if (reach || cursor.peek().kind() == Kind.IN) {
            cursor.pass(1);
        } else if (cursor.peek().kind() == Kind.EDGE && cursor.peek(1).kind() == Kind.OF) {
            cursor.pass(2);
        } else {
            return null;
        }
        if (cursor.skip(Kind.PART)) {
            cursor.skip(Kind.DASH);
        }
        if (cursor.peek().kind() != Kind.MONTH) {
            return null;
        }
        int first = cursor.next().value();
        int last = first;
        if (cursor.peek().joins() && cursor.peek(1).kind() == Kind.MONTH) {
            cursor.pass(1);
            last = cursor.next().value();
        }
        Integer year = points.year();
        boolean dayFollows =
                year == null && cursor.peek().kind() == Kind.NUMBER && !DateSpans.isCounted(cursor.peek(1));
        if (dayFollows || (reach && first == last)) {
            return null;
        }
        return words(new Span(new Part(first, 0, year), new Part(last, 0, year)), 0, lengths.yearsBack());
    }

    private DateWords words(Span span, int days, @Nullable Integer yearsBack) {
        int from = cursor.first().start();
        String said = text.substring(from, cursor.last().end());
        return new DateWords(from, said, span.start(), span.end(), days, yearsBack);
    }
}
