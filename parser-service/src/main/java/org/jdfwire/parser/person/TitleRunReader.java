package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdfwire.parser.person.BodyReader.Body;
import org.jdfwire.parser.person.Title.Seat;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jspecify.annotations.Nullable;

/** Reads the titles before or after a name. */
final class TitleRunReader {
    private static final String[] GAPS = {" ", ", ", ". ", ".", ", the ", " the "};

    private static final String[] OPENINGS_AFTER = {", then ", ", the ", ", ", " (then ", " ("};
    private static final int MOST_TITLES = 8;
    private static final int LONGEST_ASIDE = 16;
    private static final Pattern PLURAL = Pattern.compile("(?:(ies)|s)(?=$| (?:of|for)\\b)");

    private final BodyReader bodies;
    private final CountryBefore countries;
    private final GivenGen givenNames = new GivenGen();

    TitleRunReader() {
        BodyWords words = new BodyWords();
        this.bodies = new BodyReader(words);
        this.countries = new CountryBefore(words);
    }

    BodyReader bodies() {
        return bodies;
    }

    /** Reads the run that begins with a title, the country before it included. */
    TitleRun read(Marks marks, Match<Title> first) {
        CountryBefore.Found before = countries.read(marks, first.start());
        List<Title> titles = new ArrayList<>();
        @Nullable Office office = null;
        @Nullable String rank = null;
        @Nullable String country = null;
        @Nullable String usual = null;
        int end = first.end();
        @Nullable Match<Title> title = first;
        while (title != null) {
            titles.add(title.value());
            Office read = office(marks, title, title.value().joined());
            end = read.end();
            country = country == null ? read.country() : country;
            usual = usual == null ? read.usual() : usual;
            if (title.value().isOffice() && office == null) {
                office = read;
            } else if (title.value().isRank() && rank == null) {
                rank = title.value().many() ? read.role() : title.value().words();
            }
            end = title.value().isRank() ? endOfAside(marks.text(), end) : end;
            Match<Title> following =
                    title.value().many() || titles.size() == MOST_TITLES ? null : next(marks, end, title.value());
            boolean named = following != null
                    && title.value().seat() == Seat.MINISTER
                    && isJapans(before, country == null ? usual : country)
                    && givenNames.isGivenName(marks.text(), following);
            title = named ? null : following;
        }
        return new TitleRun(
                before == null ? first.start() : before.start(),
                end,
                titles,
                office == null ? rank : office.role(),
                before == null ? country : before.country(),
                usual);
    }

    private static boolean isJapans(CountryBefore.@Nullable Found before, @Nullable String country) {
        String told = before == null ? country : before.country();
        return told == null || told.equals(GivenGen.COUNTRY);
    }

    /**
     * One title, or two offices that are borne together, and what they are of.
     *
     * @param end where the words end, exclusive
     * @param role the words, a country left out
     * @param country ISO 3166-1 alpha-2 where the words tell it, else null
     * @param usual ISO 3166-1 alpha-2 of the country whose such an office is where no other is told, else null
     */
    private record Office(
            int end,
            String role,
            @Nullable String country,
            @Nullable String usual) {}

    private Office office(Marks marks, Match<Title> title, boolean joined) {
        Title value = title.value();
        if (value.isAddress()) {
            return new Office(title.end(), "", null, null);
        }
        if (joined && marks.text().startsWith(" and ", title.end())) {
            Match<Title> second = marks.title(title.end() + 5);
            if (second != null && second.value().isOffice()) {
                Office other = office(marks, second, false);
                String both = title.in(marks.text()) + " and " + other.role();
                return new Office(other.end(), both, other.country(), other.usual());
            }
        }
        Body body = bodies.read(marks, title.end());
        String words = words(title.in(marks.text()), value.many());
        return body == null
                ? new Office(title.end(), words, null, value.usual())
                : new Office(body.end(), words + body.words(), body.country(), value.usual());
    }

    /** Reads the run that stands after a name, between commas or in parentheses; null where none does. */
    @Nullable
    TitleRun after(Marks marks, int nameEnd) {
        String text = marks.text();
        for (String opening : OPENINGS_AFTER) {
            if (text.startsWith(opening, nameEnd)) {
                int at = nameEnd + opening.length();
                Match<?> country = marks.country(at);
                at = country == null ? at : afterCountry(text, country.end());
                Match<Title> title = marks.title(at);
                if (title != null && title.value().isOffice()) {
                    return only(marks, title);
                }
            }
        }
        return null;
    }

    private static int afterCountry(String text, int end) {
        int gap = text.startsWith("’s", end) || text.startsWith("'s", end) ? end + 2 : end;
        return text.startsWith(" ", gap) ? gap + 1 : end;
    }

    private TitleRun only(Marks marks, Match<Title> title) {
        CountryBefore.Found before = countries.read(marks, title.start());
        // behind a name there is nobody else to whom the second could belong
        Office office = office(marks, title, true);
        return new TitleRun(
                title.start(),
                office.end(),
                List.of(title.value()),
                office.role(),
                before == null ? office.country() : before.country(),
                office.usual());
    }

    /** Passes over what a rank has in parentheses before the name: {@code Captain (Navy) Sato}. */
    private static int endOfAside(String text, int end) {
        if (text.startsWith(" (", end)) {
            for (int at = end + 2; at < text.length() && at - end <= LONGEST_ASIDE; at++) {
                if (text.charAt(at) == ')') {
                    return text.startsWith(" ", at + 1) ? at + 1 : end;
                }
            }
        }
        return end;
    }

    private static @Nullable Match<Title> next(Marks marks, int end, Title before) {
        for (String gap : GAPS) {
            if (marks.text().startsWith(gap, end)) {
                Match<Title> next = marks.title(end + gap.length());
                boolean dot = gap.startsWith(".");
                if (next != null
                        && (!dot || before.isAddress())
                        && (before.isAddress()
                                || !gap.startsWith(",")
                                || !next.value().isOffice())) {
                    return next;
                }
            }
        }
        return null;
    }

    /** Returns the words of a role: of one even where the title is of several, in ordinary capitals. */
    private static String words(String title, boolean many) {
        String words = Titles.corrected(title.startsWith("the ") ? title.substring(4) : title);
        if (many) {
            words = PLURAL.matcher(words).replaceFirst(found -> found.group(1) == null ? "" : "y");
        }
        if (words.length() < 5 || FamilyNames.hasSmall(words) || !words.equals(words.toUpperCase(Locale.ROOT))) {
            return words;
        }
        StringBuilder ordinary = new StringBuilder(words.toLowerCase(Locale.ROOT));
        for (int i = 0; i < ordinary.length(); i++) {
            if (i == 0 || ordinary.charAt(i - 1) == ' ' || ordinary.charAt(i - 1) == '-') {
                ordinary.setCharAt(i, Character.toUpperCase(ordinary.charAt(i)));
            }
        }
        return ordinary.toString();
    }
}
