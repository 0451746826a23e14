package org.jdfwire.parser.person;

import java.util.List;
import java.util.Set;

/**
 * The words that join an office to the name before it: a comma, a parenthesis, or that somebody was appointed.
 *
 * <p>The office may be said to be the {@code 19th} or {@code new}, and who was appointed may be told of between commas:
 * {@code Toshimi Kitazawa, a member of the House of Councillors, was appointed as the 8th Minister of Defense}.
 */
final class NameLink {
    private static final List<String> APPOINTED = List.of(
            " became",
            " took office as",
            " was appointed as",
            " was appointed",
            " was newly appointed as",
            " has been appointed as",
            " has been appointed",
            " was sworn in as",
            " assumed the post of");

    private static final Set<String> WHICH = Set.of("new", "next", "first", "second", "third", "current", "then");
    private static final List<String> ASIDES =
            List.of("a ", "an ", "the ", "member ", "Member ", "former ", "then ", "currently ");
    private static final int LONGEST_ASIDE = 100;
    private static final int LONGEST_WHICH = 8;

    private NameLink() {}

    /** Returns where the name ends to which an office that begins at a place belongs; -1 where nothing joins it to one. */
    static int nameEnd(String text, int office) {
        if (text.startsWith(" (", office - 2)) {
            return office - 2;
        }
        int at = beforeArticle(text, beforeWhich(text, office));
        if (text.startsWith(", ", at - 2)) {
            return at - 2;
        }
        for (String verb : APPOINTED) {
            int start = at - 1 - verb.length();
            if (start > 0 && text.startsWith(verb, start) && text.charAt(at - 1) == ' ') {
                return beforeAside(text, start);
            }
        }
        return -1;
    }

    /** Passes over the word that says which holder of the office it is, {@code new} or {@code 19th}. */
    private static int beforeWhich(String text, int office) {
        int start = office - 1;
        while (start > 0 && office - start <= LONGEST_WHICH && text.charAt(start - 1) != ' ') {
            start--;
        }
        return start > 0 && text.charAt(office - 1) == ' ' && isWhich(text.substring(start, office - 1))
                ? start
                : office;
    }

    private static boolean isWhich(String word) {
        return WHICH.contains(word)
                || (word.length() > 2
                        && Character.isDigit(word.charAt(word.length() - 3))
                        && (word.endsWith("th") || word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd")));
    }

    private static int beforeArticle(String text, int at) {
        return text.startsWith(" the ", at - 5) ? at - 4 : at;
    }

    /** Passes over what is told of somebody between commas; an aside names what somebody is. */
    private static int beforeAside(String text, int verb) {
        if (text.charAt(verb - 1) != ',') {
            return verb;
        }
        int from = Math.max(0, verb - LONGEST_ASIDE);
        String before = text.substring(from, verb - 1);
        int comma = before.lastIndexOf(", ");
        if (comma < 0 || before.indexOf('.', comma) >= 0) {
            return verb;
        }
        return ASIDES.stream().anyMatch(aside -> before.startsWith(aside, comma + 2)) ? from + comma : verb;
    }
}
