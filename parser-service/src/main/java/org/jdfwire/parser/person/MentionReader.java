package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdfwire.parser.person.BodyReader.Body;
import org.jdfwire.parser.person.NameReader.Name;
import org.jdfwire.parser.person.Title.Seat;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a text where persons are named.
 *
 * <p>A mention is a run of titles, each with what it is of, then a name, then perhaps an office between commas:
 * {@code Chief of Staff, JASDF, General IZUTSU} · {@code Mr. Rajnath Singh, Minister for Defence} · {@code Ministers Kishi
 * and Reynolds}. A title without a name names nobody.
 */
final class MentionReader {
    private static final String[] LINKS = {", and ", " and ", " & ", ", "};
    /** Twenty times what the fullest paragraph has. */
    private static final int MOST_MENTIONS = 1_000;

    private static final int LONGEST_SHIP = 20;

    private final NameReader names = new NameReader();
    private final TitleRunReader runs = new TitleRunReader();
    private final GivenGen givenNames = new GivenGen();
    private final Set<String> ships = Set.copyOf(Tables.lines(MentionReader.class, "ships.txt"));

    /**
     * Returns the mentions in order.
     *
     * @param known names, in small letters, that end a name in a heading; empty for running text
     */
    List<Mention> read(Marks marks, Set<String> known) {
        List<Mention> mentions = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int done = 0;
        for (Match<Title> title : marks.titles()) {
            if (mentions.size() >= MOST_MENTIONS) {
                break;
            }
            if (title.start() >= done
                    && !isShip(marks.text(), title.start())
                    && !givenNames.isMinisters(marks.text(), title)) {
                TitleRun run = runs.read(marks, title);
                int end = named(marks, run, known, mentions);
                if (end == 0) {
                    end = nameBefore(marks, run, done, mentions);
                }
                // what follows the run was tried for all its titles at once
                done = Math.max(end, run.end());
                while (ends.size() < mentions.size()) {
                    ends.add(done);
                }
            }
        }
        Behalf.tell(marks, mentions, ends);
        return mentions;
    }

    /** Reads the names after a run; returns where they end, 0 where there are none. */
    private int named(Marks marks, TitleRun run, Set<String> known, List<Mention> mentions) {
        Name name = nameAfter(marks, run, known);
        if (name == null) {
            return 0;
        }
        if (run.many()) {
            return several(marks, run, name, known, mentions);
        }
        TitleRun office = officeAfter(marks, run, name);
        int end = office == null ? name.end() : office.end();
        String country = run.country();
        Body body = runs.bodies().read(marks, end);
        // behind a title that is usually another's only "of" tells whose it is: "Defense Secretary Garcia of the
        // Philippines"
        boolean open = country == null
                && (office == null || office.country() == null)
                && (run.usual() == null || marks.text().startsWith(" of ", end));
        // "Minister Onodera, U.S. Secretary of Defense Mattis" are two
        if (open && body != null && body.country() != null && !isTitle(marks, body.end())) {
            country = body.country();
            end = body.end();
        }
        mentions.add(mention(marks, run, office, name, country, end));
        return end;
    }

    private static boolean isTitle(Marks marks, int end) {
        return marks.text().startsWith(" ", end) && marks.title(end + 1) != null;
    }

    private @Nullable Name nameAfter(Marks marks, TitleRun run, Set<String> known) {
        String text = marks.text();
        int at = run.end();
        if (text.startsWith(" ", at)) {
            return names.read(marks, at + 1, known);
        }
        if (text.startsWith(".", at) && run.last().isAddress()) {
            return names.read(marks, text.startsWith(". ", at) ? at + 2 : at + 1, known);
        }
        // "German Federal Minister of Defence, Kramp-Karrenbauer, attended"
        if (text.startsWith(", ", at) && run.last().isOffice() && (run.country() != null || run.usual() != null)) {
            Name name = names.read(marks, at + 2, known);
            return name != null && closes(text, name.end()) && isSurely(name, run) ? name : null;
        }
        return null;
    }

    /** Whether a name between commas can be no place: where the office alone tells whose it is, a name has two words. */
    private static boolean isSurely(Name name, TitleRun run) {
        return run.last().usual() == null && run.country() != null
                || name.words().size() > 1;
    }

    private static boolean closes(String text, int end) {
        return end == text.length() || ",.;)".indexOf(text.charAt(end)) >= 0;
    }

    private int several(Marks marks, TitleRun run, Name first, Set<String> known, List<Mention> mentions) {
        List<Name> all = new ArrayList<>(List.of(first));
        int end = first.end();
        boolean last = false;
        while (!last) {
            int at = end;
            for (String link : LINKS) {
                if (marks.text().startsWith(link, end)) {
                    at = end + link.length();
                    last = !link.equals(", ");
                    break;
                }
            }
            Name next = at == end || marks.title(at) != null ? null : names.read(marks, at, known);
            if (next == null) {
                break;
            }
            all.add(next);
            end = next.end();
        }
        for (Name name : all) {
            mentions.add(mention(marks, run, null, name, run.country(), end));
        }
        return end;
    }

    /** Returns the office that stands after a name, between commas or in parentheses; null where none does. */
    private @Nullable TitleRun officeAfter(Marks marks, TitleRun before, Name name) {
        TitleRun office = runs.after(marks, name.end());
        if (office == null || !office.first().isOffice() || before.hasOffice() && before.seat() != Seat.OTHER) {
            return null;
        }
        boolean another = marks.text().startsWith(" ", office.end())
                && (names.read(marks, office.end() + 1, Set.of()) != null || marks.title(office.end() + 1) != null);
        return another ? null : office;
    }

    /** Reads the name before an office that none follows: {@code Florence Parly, Minister for the Armed Forces}. */
    private int nameBefore(Marks marks, TitleRun run, int done, List<Mention> mentions) {
        int nameEnd = run.first().isOffice() ? NameLink.nameEnd(marks.text(), run.start()) : -1;
        if (nameEnd < done) {
            return 0;
        }
        Name name = names.before(marks, nameEnd);
        if (name == null || name.start() < done) {
            return 0;
        }
        mentions.add(new Mention(
                name.words(),
                run.role(),
                true,
                run.hasRank(),
                run.seat(),
                run.country(),
                run.usual(),
                marks.text().substring(name.start(), run.end()),
                false));
        return run.end();
    }

    private Mention mention(
            Marks marks, TitleRun run, @Nullable TitleRun office, Name name, @Nullable String country, int end) {
        TitleRun telling = office == null ? run : office;
        String told = office != null && office.country() != null ? office.country() : country;
        return new Mention(
                name.words(),
                telling.role(),
                telling.hasOffice(),
                run.hasRank(),
                telling.seat(),
                told,
                office != null && office.usual() != null ? office.usual() : run.usual(),
                marks.text().substring(run.start(), end),
                false);
    }

    /** Whether the title belongs to a ship's name: {@code the destroyer Admiral Panteleyev}. */
    private boolean isShip(String text, int start) {
        int end = start - 1;
        if (end <= 0 || " “\"‘".indexOf(text.charAt(end)) < 0) {
            return false;
        }
        while (end > 0 && " “\"‘".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int from = end;
        while (from > 0 && end - from < LONGEST_SHIP && text.charAt(from - 1) != ' ') {
            from--;
        }
        return ships.contains(text.substring(from, end));
    }
}
