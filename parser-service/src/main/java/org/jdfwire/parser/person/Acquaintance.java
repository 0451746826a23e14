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
    private Nationality nationality;
    private String text;
    private final boolean inHeading;

    Acquaintance(Mention mention, Parts parts) {
        this.words = mention.name();
        this.folded = new FoldedName(words);
        this.parts = parts;
        this.role = mention.role();
        this.office = mention.office();
        this.rank = mention.rank();
        this.seat = mention.seat();
        this.nationality = new Nationality(mention.country(), mention.usual());
        this.text = mention.text();
        this.inHeading = mention.inHeading();
    }

    /** Whether a mention can be of the same person: names that agree, no two countries, no two seats. */
    boolean canBe(Acquaintance other) {
        return namesAgree(other) && isOneCountry(other) && seatsAgree(other);
    }

    /** Whether a mention can be of the same person called by a given name: of the same rank, and of no other country. */
    boolean canBeCalled(Acquaintance other) {
        return rank
                && other.rank
                && !other.office
                && other.folded.isGivenIn(folded)
                && nationality.agrees(other.nationality)
                && other.role != null
                && text.contains(other.role);
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
        boolean fuller = other.seat == seat && !other.inHeading && Offices.lengthens(other.role, role);
        if (other.role != null && (role == null || (other.office && (!office || fuller)))) {
            role = other.role;
            office = other.office;
            seat = other.seat;
            text = other.text;
        }
        rank |= other.rank;
        nationality = nationality.with(other.nationality);
    }

    private boolean namesAgree(Acquaintance other) {
        return folded.isShortOf(other.folded) || other.folded.isShortOf(folded);
    }

    /** Whether no two countries are told; that whose office it usually is yields where the offices are called alike. */
    private boolean isOneCountry(Acquaintance other) {
        return nationality.agrees(other.nationality)
                || (nationality.yields(other.nationality) && Offices.areAlike(role, other.role));
    }

    private boolean seatsAgree(Acquaintance other) {
        if (role == null || other.role == null || seat == other.seat) {
            return true;
        }
        // a general may be a minister, but then he is called both
        boolean both = (rank && other.seat == Seat.FORCES) || (other.rank && seat == Seat.FORCES);
        return both
                || (folded.hasSeveralWords() && folded.hasWordsOf(other.folded))
                || Offices.isShortVice(role, other.role);
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

    Nationality nationality() {
        return nationality;
    }

    /** Returns the country, told or usual. */
    @Nullable
    String country() {
        return nationality.code();
    }

    String text() {
        return text;
    }
}
