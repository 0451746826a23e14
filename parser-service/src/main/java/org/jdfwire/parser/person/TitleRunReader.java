package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdfwire.parser.person.BodyReader.Before;
import org.jdfwire.parser.person.BodyReader.Body;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jspecify.annotations.Nullable;

/** Reads the titles before or after a name. */
final class TitleRunReader {
    private static final String[] GAPS = {" ", ", ", ". ", ".", ", the ", " the "};

    private final BodyReader bodies = new BodyReader();

    BodyReader bodies() {
        return bodies;
    }

    /** Reads the run that begins with a title. */
    TitleRun read(Marks marks, Match<Title> first) {
        String text = marks.text();
        List<Title> titles = new ArrayList<>();
        @Nullable Match<Title> title = first;
        @Nullable String role = null;
        @Nullable String country = null;
        boolean office = false;
        int end = first.end();
        while (title != null) {
            Title value = title.value();
            titles.add(value);
            end = title.end();
            Body body = value.isAddress() ? null : bodies.read(marks, end);
            if (body != null) {
                country = country == null ? body.country() : country;
                end = body.end();
            }
            country = country == null ? value.country() : country;
            if (value.isOffice() && !office) {
                role = words(title.in(text)) + (body == null ? "" : body.words());
                office = true;
            } else if (value.isRank() && role == null) {
                role = value.words();
            }
            title = value.many() ? null : next(marks, end, value);
        }
        Before before = bodies.before(marks, first.start());
        country = before == null ? country : before.country();
        return new TitleRun(before == null ? first.start() : before.start(), end, titles, role, country);
    }

    /** Reads the run that stands after a name, between commas or in parentheses; null where none does. */
    @Nullable
    TitleRun after(Marks marks, int nameEnd) {
        String text = marks.text();
        for (String opening : new String[] {", then ", ", the ", ", ", " (", " (then "}) {
            if (text.startsWith(opening, nameEnd)) {
                int at = nameEnd + opening.length();
                Match<?> country = marks.country(at);
                at = country != null && text.startsWith(" ", country.end()) ? country.end() + 1 : at;
                Match<Title> title = marks.title(at);
                if (title != null && title.value().isOffice()) {
                    return only(marks, title);
                }
            }
        }
        return null;
    }

    /** Returns the place of the comma before a run; -1 where it does not stand behind one. */
    int commaBefore(Marks marks, TitleRun run) {
        String before = marks.text().substring(0, run.start());
        for (String opening : new String[] {", the ", ", then ", ", ", " ("}) {
            if (before.endsWith(opening)) {
                return before.length() - opening.length();
            }
        }
        return -1;
    }

    private TitleRun only(Marks marks, Match<Title> title) {
        Body body = bodies.read(marks, title.end());
        Before before = bodies.before(marks, title.start());
        String country = body == null ? null : body.country();
        country = country == null ? title.value().country() : country;
        return new TitleRun(
                title.start(),
                body == null ? title.end() : body.end(),
                List.of(title.value()),
                words(title.in(marks.text())) + (body == null ? "" : body.words()),
                before == null ? country : before.country());
    }

    private static @Nullable Match<Title> next(Marks marks, int end, Title before) {
        for (String gap : GAPS) {
            if (marks.text().startsWith(gap, end)) {
                Match<Title> next = marks.title(end + gap.length());
                boolean dot = gap.startsWith(".");
                if (next != null && (!dot || before.isAddress()) && (before.isAddress() || !gap.startsWith(",") || !next.value().isOffice())) {
                    return next;
                }
            }
        }
        return null;
    }

    private static String words(String title) {
        String words = title.startsWith("the ") ? title.substring(4) : title;
        if (!words.equals(words.toUpperCase(Locale.ROOT)) || words.length() < 5) {
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
