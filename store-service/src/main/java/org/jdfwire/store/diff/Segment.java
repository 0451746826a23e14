package org.jdfwire.store.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A piece of text that is in both states, only in the one before, or only in the one after. */
public record Segment(Op op, String text) {

    /** What happened to a piece. */
    public enum Op {
        EQUAL,
        DELETE,
        INSERT;

        /** The form in JSON, such as {@code equal}. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
