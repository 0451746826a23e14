package org.jdfwire.contracts.topic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Checks;

/**
 * A country that takes part in a topic.
 *
 * @param code ISO 3166-1 alpha-2
 * @param evidence where the page says so
 * @param text the words that said so, such as {@code england}
 */
public record Country(String code, Evidence evidence, String text) {
    private static final Pattern ALPHA_2 = Pattern.compile("[A-Z]{2}");

    public Country {
        if (!ALPHA_2.matcher(code).matches()) {
            Checks.refuse("country", code, "ISO 3166-1 alpha-2, such as JP");
        }
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
