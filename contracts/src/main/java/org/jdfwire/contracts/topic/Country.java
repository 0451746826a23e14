package org.jdfwire.contracts.topic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jdfwire.contracts.Checks;

/**
 * A country that takes part in a topic.
 *
 * @param code ISO 3166-1 alpha-2
 * @param evidence where the page says so
 * @param text the words that said so, such as {@code england}
 */
public record Country(String code, Evidence evidence, String text) {
    public Country {
        Checks.alpha2("country", code);
        Checks.text("country text", text);
    }

    /** Where a page names a country, the surest first. */
    public enum Evidence {
        FLAG,
        HEADING,
        TEXT;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the text form; throws {@link IllegalArgumentException} for any other text. */
        @JsonCreator
        public static Evidence of(String text) {
            return Checks.oneOf("country evidence", text, Evidence.class, Evidence::text);
        }
    }
}
