package org.jdfwire.contracts.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jdfwire.contracts.Checks;

/**
 * In which encoding a page's bytes were read as text.
 *
 * @param charset name of the encoding, as Java has it, such as {@code windows-31j} for what pages call Shift_JIS
 * @param namedBy what told it
 */
public record Encoding(String charset, NamedBy namedBy) {
    public Encoding {
        Checks.text("charset", charset);
    }

    /** What names an encoding, the surest first. */
    public enum NamedBy {
        BYTE_ORDER_MARK,
        HEADER,
        META,
        /** Nothing did, or what did was wrong: it was told from the bytes. */
        DETECTION;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads the text form; throws {@link IllegalArgumentException} for any other text. */
        @JsonCreator
        public static NamedBy of(String text) {
            return Checks.oneOf("namedBy", text, NamedBy.class, NamedBy::text);
        }
    }

    @Override
    public String toString() {
        return charset + " by " + namedBy.text();
    }
}
