package org.jdfwire.contracts.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jdfwire.contracts.Checks;

/** The way a page came in. */
public enum Via {
    HTTP,
    RSS,
    FILE,
    WARC;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the text form; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static Via of(String text) {
        return Checks.oneOf("via", text, Via.class, Via::text);
    }
}
