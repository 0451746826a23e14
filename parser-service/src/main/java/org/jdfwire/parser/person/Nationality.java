package org.jdfwire.parser.person;

import org.jspecify.annotations.Nullable;

/**
 * The country that somebody acts for, as far as it is known.
 *
 * @param told ISO 3166-1 alpha-2 where the page tells it, else null
 * @param usual ISO 3166-1 alpha-2 of the country whose such an office usually is, else null; it yields to what is told
 */
record Nationality(@Nullable String told, @Nullable String usual) {

    /** Returns the country, told or usual. */
    @Nullable
    String code() {
        return told == null ? usual : told;
    }

    /** Whether both can be of one country. */
    boolean agrees(Nationality other) {
        String code = code();
        return code == null || other.code() == null || code.equals(other.code());
    }

    /** Whether one of two that do not agree is but usual, and so may be wrong. */
    boolean yields(Nationality other) {
        return (told == null) != (other.told == null);
    }

    Nationality with(Nationality other) {
        return new Nationality(told == null ? other.told : told, usual == null ? other.usual : usual);
    }
}
