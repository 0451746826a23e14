package org.jdfwire.parser.person;

import java.util.Set;
import java.util.stream.Collectors;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.field.OrganizationTable.Organization;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Tables;
import org.jspecify.annotations.Nullable;

/** Reads what an office or an officer is of: {@code of Brazil}, {@code , JASDF}, {@code of the U.S. Pacific Fleet}. */
final class BodyReader {
    private static final int MOST_WORDS = 14;
    /** Words after which a country is a place. */
    private static final Set<String> AFTER = Set.of(
            "in", "In", "to", "at", "At", "from", "From", "of", "visited", "with", "for", "and", "between", "via",
            "left");

    private final Set<String> formal = Tables.words(BodyReader.class, "formal-words.txt");
    private final Set<String> anchors;
    private final Set<String> words;

    BodyReader() {
        Set<String> all = Tables.words(BodyReader.class, "body-words.txt");
        anchors = all.stream()
                .filter(word -> word.startsWith("*"))
                .map(word -> word.substring(1))
                .collect(Collectors.toUnmodifiableSet());
        words = all.stream().map(word -> word.replace("*", "")).collect(Collectors.toUnmodifiableSet());
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
        for (String opening : new String[] {" of ", " for ", ", ", " (", " to "}) {
            if (text.startsWith(opening, from)) {
                int at = from + opening.length();
                Body country = country(marks, at);
                Body body = country != null
                        ? country
                        : body(marks, from, text.startsWith("the ", at) ? at + 4 : at, opening);
                if (body != null && opening.equals(" to ")) {
                    // an ambassador to a country is another's
                    return new Body(body.end(), null, text.substring(from, body.end()));
                }
                return body != null && opening.equals(" (") ? closed(text, body) : body;
            }
        }
        return null;
    }

    /**
     * A country before a title.
     *
     * @param start where its words begin
     * @param country ISO 3166-1 alpha-2
     */
    record Before(int start, String country) {}

    /** Returns the country that the words just before a place are of, as in {@code Royal Australian Navy}. */
    @Nullable
    Before before(Marks marks, int end) {
        Match<Organization> organization = marks.organizationBefore(end);
        if (organization != null && isPlain(marks, organization.end(), end)) {
            String country = organization.value().country();
            return country == null ? null : new Before(organization.start(), country);
        }
        Match<Named> country = marks.countryBefore(end);
        if (country == null || !isPlain(marks, country.end(), end)) {
            return null;
        }
        String text = marks.text();
        boolean possessive = text.startsWith("’s", country.end()) || text.startsWith("'s", country.end());
        boolean ofItself = country.value().adjective() || country.in(text).length() <= 3;
        // "in Australia Minister Kishi", but "Australia’s Minister" and "New Zealand Minister"
        return possessive || ofItself || country.end() + 1 < end || !AFTER.contains(wordBefore(text, country.start()))
                ? new Before(country.start(), country.value().code())
                : null;
    }

    private static String wordBefore(String text, int start) {
        int end = Math.max(0, start - 1);
        return text.substring(text.lastIndexOf(' ', end - 1) + 1, end);
    }

    private boolean isPlain(Marks marks, int from, int to) {
        String between =
                marks.text().substring(from, to).replaceFirst("^[’']s ", " ").strip();
        if (between.isEmpty()) {
            return to > from;
        }
        for (String word : between.split(" ")) {
            if (!word.isEmpty()
                    && !words.contains(word)
                    && !formal.contains(word)
                    && !word.equals("then")
                    && !word.equals("former")
                    && !word.equals("counterpart,")
                    && !word.equals("counterpart")) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Body country(Marks marks, int from) {
        String text = marks.text();
        int at = from;
        for (int i = 0; i < MOST_WORDS; i++) {
            Match<Named> country = marks.country(at);
            if (country != null) {
                boolean whole = !country.value().adjective() || country.in(text).length() <= 4;
                return whole && !isMore(marks, country.end())
                        ? new Body(country.end(), country.value().code(), "")
                        : null;
            }
            int space = text.indexOf(' ', at);
            if (space < 0 || !formal.contains(text.substring(at, space))) {
                return null;
            }
            at = space + 1;
        }
        return null;
    }

    /** Whether a word of a body follows, so that the country was only the beginning of its name. */
    private boolean isMore(Marks marks, int end) {
        String text = marks.text();
        if (end >= text.length() || text.charAt(end) != ' ') {
            return false;
        }
        String next = word(text, end + 1);
        return Character.isUpperCase(next.isEmpty() ? ' ' : next.charAt(0))
                && words.contains(next)
                && marks.title(end + 1) == null;
    }

    private @Nullable Body body(Marks marks, int from, int start, String opening) {
        String text = marks.text();
        int at = start;
        int end = start;
        boolean anchored = false;
        @Nullable String country = null;
        @Nullable String shorter = null;
        for (int i = 0; i < MOST_WORDS && at < text.length(); i++) {
            Match<Organization> organization = marks.organization(at);
            Match<Named> named = marks.country(at);
            if (organization != null) {
                anchored = true;
                country = country == null ? organization.value().country() : country;
                end = organization.end();
                if (i > 0 && text.charAt(at - 1) == '(') {
                    shorter = organization.in(text);
                }
            } else if (named != null) {
                country = country == null ? named.value().code() : country;
                end = named.end();
            } else {
                String word = word(text, at);
                if (word.isEmpty() || !(words.contains(word) || isNumber(word)) || marks.title(at) != null) {
                    break;
                }
                anchored |= anchors.contains(word);
                if (Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0))) {
                    end = at + word.length();
                }
                at += word.length() + 1;
                continue;
            }
            at = text.startsWith(" (", end) && marks.organization(end + 2) != null ? end + 2 : end + 1;
            if (end < text.length() && text.charAt(end) != ' ') {
                break;
            }
        }
        if (!anchored || end <= start) {
            return null;
        }
        if (shorter != null && text.startsWith(")", end)) {
            return new Body(end + 1, country, opening + shorter);
        }
        return new Body(end, country, opening.equals(" (") ? "" : text.substring(from, end));
    }

    private static @Nullable Body closed(String text, Body body) {
        return text.startsWith(")", body.end()) ? new Body(body.end() + 1, body.country(), body.words()) : null;
    }

    private static String word(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return text.substring(from, end);
    }

    /** Whether a word is {@code 7th} or {@code 7}; a year is none of a body. */
    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0)) && word.length() < 4 || word.endsWith("th") && word.length() == 5;
    }
}
