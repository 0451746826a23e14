package org.jdfwire.parser.person;

import java.util.List;
import org.jdfwire.parser.person.Title.Seat;
import org.jspecify.annotations.Nullable;

/**
 * Titles that follow one another, with what they are of.
 *
 * @param start where the words begin, a country before them included
 * @param end where they end, exclusive
 * @param titles the titles, at least one
 * @param role the office in the page's words, else the rank; null for forms of address alone
 * @param country ISO 3166-1 alpha-2 where the words tell it, else null
 * @param usual ISO 3166-1 alpha-2 of the country whose such titles are where no other is told, else null
 */
record TitleRun(
        int start,
        int end,
        List<Title> titles,
        @Nullable String role,
        @Nullable String country,
        @Nullable String usual) {

    Title first() {
        return titles.get(0);
    }

    Title last() {
        return titles.get(titles.size() - 1);
    }

    boolean many() {
        return last().many();
    }

    boolean hasOffice() {
        for (Title title : titles) {
            if (title.isOffice()) {
                return true;
            }
        }
        return false;
    }

    boolean hasRank() {
        for (Title title : titles) {
            if (title.isRank()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the sort of the office, else of the rank. */
    Seat seat() {
        @Nullable Title rank = null;
        for (Title title : titles) {
            if (title.isOffice()) {
                return title.seat();
            }
            rank = rank == null && title.isRank() ? title : rank;
        }
        return rank == null ? Seat.OTHER : rank.seat();
    }
}
