package org.jdfwire.parser.person;

import java.util.List;
import org.jdfwire.parser.person.FamilyNames.Parts;
import org.jdfwire.parser.person.Title.Seat;
import org.jspecify.annotations.Nullable;

/** What one topic tells of one person so far. */
final class Acquaintance {
    private List<String> words;
    private FoldedName folded;
    private Parts parts;
    private @Nullable String role;
    private boolean office;
    private boolean rank;
    private Seat seat;
    private @Nullable String country;
    private String text;

    Acquaintance(Mention mention, Parts parts) {
        this.words = mention.name();
        this.folded = new FoldedName(words);
        this.parts = parts;
        this.role = mention.role();
        this.office = mention.office();
        this.rank = mention.rank();
        this.seat = mention.seat();
        this.country = mention.country();
        this.text = mention.text();
    }

    /** Whether a mention can be of the same person: names that agree, no two countries, no two seats. */
    boolean canBe(Acquaintance other) {
        return namesAgree(other)
                && (country == null || other.country == null || country.equals(other.country))
                && seatsAgree(other);
    }

    /** Takes over what a mention tells beyond what was known. */
    void join(Acquaintance other) {
        if (other.words.size() > words.size()) {
            words = other.words;
            folded = other.folded;
            parts = other.parts;
        } else if (other.words.size() == 1
                && words.size() == 2
                && parts.given() != null
                && FoldedName.folded(other.parts.family()).equals(FoldedName.folded(parts.given()))
                && !FoldedName.folded(other.parts.family()).equals(FoldedName.folded(parts.family()))) {
            // who is called by it bears it as the family name: "Taro Kono", then "Kono"
            parts = new Parts(parts.given(), parts.family());
        }
        if (other.role != null && (role == null || (other.office && !office))) {
            role = other.role;
            office = other.office;
            seat = other.seat;
            text = other.text;
        }
        rank |= other.rank;
        country = country == null ? other.country : country;
    }

    private boolean namesAgree(Acquaintance other) {
        return folded.isShortOf(other.folded) || other.folded.isShortOf(folded);
    }

    private boolean seatsAgree(Acquaintance other) {
        if (role == null || other.role == null || seat == other.seat) {
            return true;
        }
        // a general may be a minister, but then he is called both
        boolean both = (rank && other.seat == Seat.FORCES) || (other.rank && seat == Seat.FORCES);
        return both || (folded.hasSeveralWords() && folded.hasWordsOf(other.folded)) || shorter(role, other.role);
    }

    /**
     * Whether one role is the other's short form: {@code Vice-Minister} after {@code Administrative Vice-Minister} or {@code
     * Vice-Minister of Defense for International Affairs}.
     */
    private static boolean shorter(String role, String other) {
        String a = role.replace('-', ' ');
        String b = other.replace('-', ' ');
        return a.contains("Vice")
                && b.contains("Vice")
                && (a.endsWith(b) || b.endsWith(a) || begins(a, b) || begins(b, a));
    }

    private static boolean begins(String role, String shorter) {
        return role.startsWith(shorter + " ");
    }

    List<String> words() {
        return words;
    }

    String family() {
        return parts.family();
    }

    @Nullable
    String given() {
        return parts.given();
    }

    @Nullable
    String role() {
        return role;
    }

    Seat seat() {
        return seat;
    }

    @Nullable
    String country() {
        return country;
    }

    String text() {
        return text;
    }
}
