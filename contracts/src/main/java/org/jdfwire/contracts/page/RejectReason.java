package org.jdfwire.contracts.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jdfwire.contracts.Checks;

/** Why a page gave no topics although it should have. */
public enum RejectReason {
    /** No bytes, or nothing but white space. */
    EMPTY,
    /** The bytes are text in no encoding that the page names or that can be detected. */
    UNDECODABLE,
    /** Not a page: a picture, an archive, zeros. */
    NOT_HTML,
    /** A page, but not one of Japan Defense Focus. */
    NOT_JDF,
    /** A known kind of page that no reader exists for yet. */
    UNSUPPORTED_LAYOUT,
    /** Elements nested deeper than any page is. */
    TOO_DEEP,
    /** More tags than any page has. */
    TOO_MANY_TAGS,
    /** A page that should hold topics, and none were found. */
    NO_TOPICS,
    /** Topics were found, but too little of the page went into them to be believed. */
    LOW_CONFIDENCE,
    /** A topic larger than a store can keep: {@link org.jdfwire.contracts.Destinations#MAX_TOPIC_BYTES}. */
    TOO_LARGE,
    /** A defect of the parser; the detail names it. */
    PARSER_FAILED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the text form; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static RejectReason of(String text) {
        return Checks.oneOf("reason", text, RejectReason.class, RejectReason::text);
    }
}
