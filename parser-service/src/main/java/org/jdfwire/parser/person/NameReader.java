package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads the words of a name where one may stand: capitals, small words such as {@code von}, initials. */
final class NameReader {
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 40;
    private static final Set<String> SUFFIXES = Set.of("Jr", "Jr.", "Sr", "Sr.", "St.");
    /** Orders, degrees and seats behind a name. */
    private static final Set<String> HONORS = Set.of(
            "MP", "MEP", "AC", "AO", "AM", "DSC", "DSM", "CSC", "CSM", "DSO", "GBE", "KBE", "OBE", "CBE", "MBE", "GCB",
            "KCB", "CB", "GCMG", "KCMG", "CMG", "GCVO", "KCVO", "CVO", "LVO", "MVO", "DFC", "AFC", "ADC", "PVSM",
            "UYSM", "AVSM", "YSM", "VSM", "CMM", "MSC", "CD", "QC", "KC", "PhD", "Ph.D");
    /** Ranks that are said once more behind the honors. */
    private static final Set<String> RANKS_AGAIN = Set.of("Gen", "Gen.", "Adm", "Adm.", "ACM");
    /** Countries that are names of people too. */
    private static final Set<String> ALSO_NAMES = Set.of(
            "Chad", "Jordan", "Israel", "Holland", "Ireland", "Georgia", "France", "English", "French", "German");

    private final Set<String> particles = Tables.words(NameReader.class, "particles.txt");
    private final Set<String> notNames = Tables.words(NameReader.class, "not-names.txt");

    /**
     * A name in a text.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     * @param words its words
     */
    record Name(int start, int end, List<String> words) {}

    /**
     * Reads the name that begins at a place; null where none does.
     *
     * @param known names, in small letters, with the last of which a name ends in a heading, where capitals tell nothing
     */
    @Nullable
    Name read(Marks marks, int from, Set<String> known) {
        String text = marks.text();
        List<String> words = new ArrayList<>();
        int end = from;
        int lastKnown = 0;
        int knownEnd = from;
        for (int at = from; at < text.length() && words.size() < MOST_WORDS; at = end + 1) {
            int wordEnd = wordEnd(text, at);
            String word = text.substring(at, wordEnd);
            if (!words.isEmpty() && HONORS.contains(word)) {
                break;
            }
            boolean particle = !words.isEmpty() || !word.equals("St.") ? particles.contains(word) : false;
            if (particle ? !isBeforeName(marks, wordEnd) : !isName(marks, at, word, words.isEmpty())) {
                break;
            }
            words.add(word);
            end = wordEnd;
            if (!known.isEmpty() && known.contains(FamilyNames.folded(word))) {
                lastKnown = words.size();
                knownEnd = end;
            }
            if (end >= text.length() || !Words.isSpace(text.charAt(end))) {
                break;
            }
        }
        if (lastKnown > 0) {
            return new Name(from, knownEnd, List.copyOf(words.subList(0, lastKnown)));
        }
        return words.isEmpty() ? null : new Name(from, endOfSuffix(text, end), List.copyOf(words));
    }

    /** Passes over what stands behind a name without being part of it, such as {@code AO DSC}. */
    private static int endOfSuffix(String text, int nameEnd) {
        int end = text.startsWith(", Jr.", nameEnd) || text.startsWith(", Sr.", nameEnd) ? nameEnd + 5 : nameEnd;
        int word = end + 1;
        boolean honored = false;
        while (word < text.length() && text.charAt(end) == ' ') {
            String behind = text.substring(word, wordEnd(text, word));
            if (!HONORS.contains(behind) && !(honored && RANKS_AGAIN.contains(behind))) {
                break;
            }
            honored = true;
            end = wordEnd(text, word);
            word = end + 1;
        }
        return end;
    }

    /** Reads the name of two words or more that ends at a place; null where none does. */
    @Nullable
    Name before(Marks marks, int end) {
        String text = marks.text();
        int start = end;
        @Nullable Name best = null;
        for (int i = 0; i < MOST_WORDS && start > 0; i++) {
            int wordStart = start - 1;
            while (wordStart > 0 && start - wordStart <= LONGEST_WORD && !Words.isSpace(text.charAt(wordStart - 1))) {
                wordStart--;
            }
            Name name = read(marks, wordStart, Set.of());
            if (name == null || name.end() != end) {
                break;
            }
            best = name.words().size() > 1 && !particles.contains(name.words().get(0)) ? name : best;
            start = wordStart - 1;
            if (start <= 0 || !Words.isSpace(text.charAt(start))) {
                break;
            }
        }
        return best;
    }

    private boolean isBeforeName(Marks marks, int particleEnd) {
        String text = marks.text();
        if (particleEnd >= text.length() || text.charAt(particleEnd) != ' ') {
            return false;
        }
        int at = particleEnd + 1;
        int end = wordEnd(text, at);
        String word = text.substring(at, end);
        return particles.contains(word) ? isBeforeName(marks, end) : isName(marks, at, word, false);
    }

    private boolean isName(Marks marks, int at, String word, boolean first) {
        if (word.isEmpty() || word.length() > LONGEST_WORD || !isCapital(word)) {
            return false;
        }
        if (word.length() == 1 || (word.length() == 2 && word.endsWith("."))) {
            return (word.endsWith(".") || !first) && !isNumbered(marks.text(), at + word.length());
        }
        if (!first && SUFFIXES.contains(word)) {
            return true;
        }
        if (notNames.contains(word.toLowerCase(Locale.ROOT)) || isDate(marks.text(), at + word.length(), word)) {
            return false;
        }
        return marks.organization(at) == null
                && (marks.country(at) == null || ALSO_NAMES.contains(word))
                && !isTitle(marks, at, word);
    }

    /** Whether a letter is numbered, and so no initial: {@code Q2}. */
    private static boolean isNumbered(String text, int end) {
        return end < text.length() && Character.isDigit(text.charAt(end));
    }

    private static boolean isTitle(Marks marks, int at, String word) {
        Match<Title> title = marks.title(at);
        // a King, a Major or a Marshal may be called so
        return title != null
                && (title.end() > at + word.length() || !title.value().isRank());
    }

    private static boolean isDate(String text, int end, String word) {
        return word.equals("May") && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
    }

    private static boolean isCapital(String word) {
        if (Character.isUpperCase(word.charAt(0))) {
            return true;
        }
        int hyphen = word.indexOf('-');
        return hyphen > 0 && hyphen <= 2 && Character.isUpperCase(word.charAt(hyphen + 1));
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!Character.isLetter(c)
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && !joins(text, at, from)) {
                break;
            }
            at++;
        }
        if (at < text.length()
                && text.charAt(at) == '.'
                && (at - from == 1 || SUFFIXES.contains(text.substring(from, at) + "."))) {
            at++;
            // initials may follow one another without a gap: J.D.
            return at + 1 < text.length() && Character.isUpperCase(text.charAt(at)) && text.charAt(at + 1) == '.'
                    ? wordEnd(text, at)
                    : at;
        }
        return at;
    }

    /** Whether a hyphen or an apostrophe stands inside of a word; that of {@code Kishi's} does not. */
    private static boolean joins(String text, int at, int from) {
        char c = text.charAt(at);
        if (at == from || at + 1 >= text.length() || !Character.isLetter(text.charAt(at + 1))) {
            return false;
        }
        if (c == '\'' || c == '’') {
            char next = text.charAt(at + 1);
            return next != 's' || (at + 2 < text.length() && Character.isLetter(text.charAt(at + 2)));
        }
        return c == '-' || c == '\u2010' || c == '\u2011';
    }
}
