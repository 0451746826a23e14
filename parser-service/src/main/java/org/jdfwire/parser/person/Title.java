package org.jdfwire.parser.person;

import org.jspecify.annotations.Nullable;

/**
 * What stands before or after a name: an office, a rank or a form of address.
 *
 * @param sort which of the three
 * @param seat what sort of office
 * @param usual ISO 3166-1 alpha-2 of the country whose it is where no other is told, else null
 * @param joined whether another office may follow after {@code and}
 * @param many whether several names may follow
 * @param words what a rank's short forms stand for
 */
record Title(Sort sort, Seat seat, @Nullable String usual, boolean joined, boolean many, String words) {

    enum Sort {
        OFFICE,
        RANK,
        ADDRESS
    }

    /** Sorts of offices; who holds one of them is not taken for who holds another. */
    enum Seat {
        HEAD("head"),
        MINISTER(""),
        VICE("vice"),
        MINISTRY("ministry"),
        FORCES("forces"),
        BODY("body"),
        OTHER("");

        private final String suffix;

        Seat(String suffix) {
            this.suffix = suffix;
        }

        /** Returns what ids of its holders end in; empty for ministers, and where the office tells nothing. */
        String suffix() {
            return suffix;
        }
    }

    boolean isAddress() {
        return sort == Sort.ADDRESS;
    }

    boolean isRank() {
        return sort == Sort.RANK;
    }

    boolean isOffice() {
        return sort == Sort.OFFICE;
    }
}
