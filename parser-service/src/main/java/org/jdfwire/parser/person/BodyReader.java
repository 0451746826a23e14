package org.jdfwire.parser.person;

import java.util.Set;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.field.OrganizationTable.Organization;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jspecify.annotations.Nullable;

/** Reads what an office or an officer is of: {@code of Brazil}, {@code , JASDF}, {@code of the U.S. Pacific Fleet}. */
final class BodyReader {
    private static final int MOST_WORDS = 14;
    private static final String[] OPENINGS = {" of ", " for ", ", ", " (", " to "};
    private static final Set<String> DISTRICTS = Set.of("Prefecture", "Province", "City", "Town", "Village", "Island");

    private final BodyWords words;

    BodyReader(BodyWords words) {
        this.words = words;
    }

    /**
     * What an office is of.
     *
     * @param end where the words end, exclusive
     * @param country ISO 3166-1 alpha-2, or null where it is of no country's
     * @param words the words that belong to the role, such as {@code , JASDF}; empty for a country alone
     */
    record Body(int end, @Nullable String country, String words) {}

    /** Reads the body whose {@code of}, {@code for}, comma or parenthesis stands at a place; null where none does. */
    @Nullable
    Body read(Marks marks, int from) {
        String text = marks.text();
        for (String opening : OPENINGS) {
            if (text.startsWith(opening, from)) {
                int at = from + opening.length();
                Body state = state(marks, at);
                Body body = state != null ? state : body(marks, from, opening);
                if (body == null) {
                    return null;
                }
                return switch (opening) {
                    // an ambassador to a country is another's
                    case " to " -> new Body(body.end(), null, text.substring(from, body.end()));
                    case " (" -> text.startsWith(")", body.end()) ? new Body(body.end() + 1, body.country(), "") : null;
                    default -> body;
                };
            }
        }
        return null;
    }

    /** Reads a state with its formal name: {@code the Federative Republic of Brazil}; null where more follows. */
    private @Nullable Body state(Marks marks, int from) {
        String text = marks.text();
        int at = from;
        for (int i = 0; i < MOST_WORDS; i++) {
            Match<Named> country = marks.country(at);
            if (country != null) {
                boolean noun = !country.value().adjective() || country.in(text).length() <= 4;
                return noun && !isMore(marks, country.end())
                        ? new Body(country.end(), country.value().code(), "")
                        : null;
            }
            int space = text.indexOf(' ', at);
            if (space < 0 || !words.isFormal(text.substring(at, space))) {
                return null;
            }
            at = space + 1;
        }
        return null;
    }

    /** Whether a body's word follows, so that the country was only the beginning of its name: {@code U.S. Navy}. */
    private boolean isMore(Marks marks, int end) {
        if (!marks.text().startsWith(" ", end) || marks.title(end + 1) != null) {
            return false;
        }
        String next = BodyWords.at(marks.text(), end + 1);
        return !next.isEmpty() && Character.isUpperCase(next.charAt(0)) && words.isPart(next);
    }

    private @Nullable Body body(Marks marks, int from, String opening) {
        int start = from + opening.length();
        Scan scan = new Scan(marks, marks.text().startsWith("the ", start) ? start + 4 : start);
        scan.run();
        if (!scan.anchored) {
            return null;
        }
        if (scan.shortName != null && marks.text().startsWith(")", scan.end)) {
            // "Koku-Jieitai (JASDF)" is told by its short name
            return new Body(scan.end + 1, scan.country, opening + scan.shortName);
        }
        return new Body(scan.end, scan.country, marks.text().substring(from, scan.ownEnd));
    }

    /** One walk over the words of a body. */
    private final class Scan {
        private final Marks marks;
        private final String text;
        private int at;
        private int end;
        /** Where the name ends without a country behind it: {@code the Joint Staff} of Pakistan. */
        private int ownEnd;

        private boolean anchored;
        private boolean shared;
        private @Nullable String country;
        private @Nullable String shortName;

        Scan(Marks marks, int from) {
            this.marks = marks;
            this.text = marks.text();
            this.at = from;
            this.end = from;
        }

        void run() {
            for (int i = 0; i < MOST_WORDS && at < text.length() && marks.title(at) == null && step(); i++) {
                if (text.startsWith(" (", end) && marks.organization(end + 2) != null) {
                    at = end + 2;
                } else if (at <= end) {
                    if (!text.startsWith(" ", end)) {
                        return;
                    }
                    at = end + 1;
                }
            }
        }

        private boolean step() {
            Match<Organization> organization = marks.organization(at);
            if (organization != null) {
                take(organization);
                return true;
            }
            Match<Named> named = marks.country(at);
            if (named != null) {
                boolean behind = anchored && text.startsWith("of ", at - 3);
                country = country == null || (shared && behind) ? named.value().code() : country;
                end = named.end();
                ownEnd = behind ? ownEnd : end;
                return true;
            }
            String word = BodyWords.at(text, at);
            boolean district = isDistrict(word);
            if (word.isEmpty() || !(words.isPart(word) || district)) {
                return false;
            }
            anchored |= words.isAnchor(word) || district;
            at += word.length();
            if (Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0))) {
                end = at;
                ownEnd = at;
            } else {
                at++;
            }
            return true;
        }

        private void take(Match<Organization> organization) {
            if (anchored && text.charAt(at - 1) == '(') {
                shortName = organization.in(text);
            }
            anchored = true;
            shared = organization.value().shared();
            country = country == null ? organization.value().country() : country;
            end = organization.end();
            ownEnd = end;
        }

        /** Whether a word is a place before {@code Prefecture} and the like, or that word itself. */
        private boolean isDistrict(String word) {
            return DISTRICTS.contains(word)
                    || (!word.isEmpty()
                            && Character.isUpperCase(word.charAt(0))
                            && text.startsWith(" ", at + word.length())
                            && DISTRICTS.contains(BodyWords.at(text, at + word.length() + 1)));
        }
    }
}
