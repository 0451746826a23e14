package org.jdfwire.contracts.topic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jdfwire.contracts.Checks;

/** What sort of event a topic tells of. */
public enum Kind {
    TELECONFERENCE,
    MEETING,
    VISIT,
    EXERCISE,
    DIALOGUE,
    PORT_CALL,
    SIGNING,
    DEPLOYMENT,
    RELIEF,
    EDUCATION,
    EQUIPMENT,
    PUBLICATION,
    OTHER;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the text form; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static Kind of(String text) {
        return Checks.oneOf("kind", text, Kind.class, Kind::text);
    }
}
