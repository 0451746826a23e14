package org.jdfwire.contracts.topic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.jdfwire.contracts.Checks;

/**
 * When something of a topic took place, in Japan's calendar days.
 *
 * @param start first day
 * @param end last day, the same as the first for a single day
 * @param text the words it was read from, such as {@code From December 9 to 11}
 * @param precision how exactly the words say it
 * @param yearInferred whether the year is not in the words but follows from the month
 * @param anchorInferred whether the day itself follows from another date, as in {@code On the same day}
 */
public record Occurrence(
        LocalDate start,
        LocalDate end,
        String text,
        Precision precision,
        boolean yearInferred,
        boolean anchorInferred) {

    public Occurrence {
        Checks.text("occurrence text", text);
        if (end.isBefore(start)) {
            Checks.refuse("occurrence end", end, "not before " + start);
        }
    }

    /** How exactly a date is said. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the text form; throws {@link IllegalArgumentException} for any other text. */
        @JsonCreator
        public static Precision of(String text) {
            return Checks.oneOf("precision", text, Precision.class, Precision::text);
        }
    }
}
