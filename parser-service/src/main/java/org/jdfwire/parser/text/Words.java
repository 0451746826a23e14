package org.jdfwire.parser.text;

import java.util.Set;
import java.util.regex.Pattern;

/** Compares and measures texts the way a reader does, whatever the markup did to their white space. */
public final class Words {
    private static final Pattern STRAY_TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*\\s*/?>");
    private static final Set<String> ABBREVIATIONS = Set.of("No", "Co", "Ltd", "Jr", "Sr", "etc", "vs", "ca");
    private static final int LEAST_SENTENCE = 4;

    private static final String MARKS = "■□▪▫◼◻●○•‣・◎◆◇❖★☆▲△▼▽►▶▷◀◁◄※✔→⇒»›";

    /** Signs that a page sets before each line of a list. */
    private static final String LIST_MARKS = "・･•■●";

    private static final int MOST_SMALL_WORD = 3;
    private static final double TITLE_CASE = 0.7;

    private Words() {}

    /** Returns the text with every run of white space (full-width and no-break too) as one space, and trimmed. */
    public static String fold(String text) {
        if (isFolded(text)) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c)) {
                continue;
            }
            if (isSpace(c)) {
                space = folded.length() > 0;
            } else {
                if (space) {
                    folded.append(' ');
                    space = false;
                }
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean isFolded(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            boolean plain = c > ' ' && c < 0x7F;
            if (space ? gap : !plain && (isSpace(c) || isInvisible(c))) {
                return false;
            }
            gap = space;
        }
        return !gap || text.length() == 0;
    }

    /** Returns whether the character shows as a gap. */
    public static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Returns whether the text has no character that shows. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i)) && !isInvisible(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns a folded text without the bullet, square or triangle that it begins with; the text where that is all. */
    public static String withoutMark(String text) {
        int at = 0;
        while (at < text.length() && (MARKS.indexOf(text.charAt(at)) >= 0 || isSpace(text.charAt(at)))) {
            at++;
        }
        return at == text.length() ? text : text.substring(at);
    }

    /** Whether a text begins, after a gap or none, with a sign that the lines of a list have, and more follows. */
    public static boolean beginsListed(String text) {
        int at = 0;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at + 1 < text.length() && LIST_MARKS.indexOf(text.charAt(at)) >= 0;
    }

    /** Returns what two texts share that say the same: their letters and digits, in lower case. */
    public static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Letters.isLetterOrDigit(c)) {
                key.appendCodePoint(Character.toLowerCase(c));
            }
            i += Character.charCount(c);
        }
        return key.toString();
    }

    /** Returns whether two texts say the same: whether their keys are equal. */
    public static boolean same(String a, String b) {
        int i = nextLetter(a, 0);
        int j = nextLetter(b, 0);
        while (i < a.length() && j < b.length()) {
            int c = a.codePointAt(i);
            int d = b.codePointAt(j);
            if (c != d && Character.toLowerCase(c) != Character.toLowerCase(d)) {
                return false;
            }
            i = nextLetter(a, i + Character.charCount(c));
            j = nextLetter(b, j + Character.charCount(d));
        }
        return i == a.length() && j == b.length();
    }

    /** Returns whether the text has any letter or digit. */
    public static boolean hasLetters(String text) {
        return nextLetter(text, 0) < text.length();
    }

    private static int nextLetter(String text, int from) {
        int at = from;
        while (at < text.length() && !Letters.isLetterOrDigit(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Returns the text of an {@code alt} attribute, without the literal tags that some pages leave in it. */
    public static String alt(String attribute) {
        return fold(
                attribute.indexOf('<') < 0
                        ? attribute
                        : STRAY_TAG.matcher(attribute).replaceAll(""));
    }

    /** Returns how many letters and digits the text has. */
    public static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            letters += Letters.isLetterOrDigit(c) ? 1 : 0;
            i += Character.charCount(c);
        }
        return letters;
    }

    /** Returns how many words the text has. */
    public static int count(String text) {
        return count(text, text.length(), Integer.MAX_VALUE);
    }

    /** Returns how many words the text has up to there, as far as they are to be counted. */
    private static int count(String text, int end, int most) {
        int words = 0;
        boolean gap = true;
        for (int i = 0; i < end && words < most; i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = true;
            } else if (gap && !isInvisible(c)) {
                words++;
                gap = false;
            }
        }
        return words;
    }

    private static boolean hasWordsOfASentence(String text, int end) {
        return count(text, end, LEAST_SENTENCE) == LEAST_SENTENCE;
    }

    /** Returns whether a folded text ends as a sentence does; {@code U.S.} does not. */
    public static boolean endsSentence(String text) {
        int end = text.length();
        while (end > 0 && isClosing(text.charAt(end - 1))) {
            end--;
        }
        if (end == 0 || !isFullStop(text.charAt(end - 1))) {
            return false;
        }
        return end < text.length() || text.charAt(end - 1) != '.' || !isAbbreviation(text, end - 1);
    }

    /** Whether the word before a dot is one letter, or one of those that are hardly ever written out. */
    private static boolean isAbbreviation(String text, int dot) {
        int start = dot;
        while (start > 0 && dot - start < 4 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean initial = dot - start == 1;
        boolean wordStart = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
        return initial || (wordStart && ABBREVIATIONS.contains(text.substring(start, dot)));
    }

    /** Returns whether a folded text can be read as news: it holds a whole sentence, or is far too long for a label. */
    public static boolean isProse(String text) {
        return text.length() >= 160
                || (endsSentence(text) && hasWordsOfASentence(text, text.length()))
                || isJapaneseProse(text)
                || beginsWithSentence(text);
    }

    /** Returns whether most of the longer words begin with a capital, as in a headline. */
    public static boolean isTitleCase(String text) {
        int words = 0;
        int capital = 0;
        int word = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == ' ') {
                if (at - word > MOST_SMALL_WORD) {
                    words++;
                    capital += Character.isLowerCase(text.charAt(word)) ? 0 : 1;
                }
                word = at + 1;
            }
        }
        return capital >= words * TITLE_CASE;
    }

    /** Whether words follow a whole sentence, as a name follows what is quoted. */
    private static boolean beginsWithSentence(String text) {
        for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
            if (!closesSentence(text.charAt(space - 1))) {
                continue;
            }
            int word = text.lastIndexOf(' ', space - 1) + 1;
            // names and titles are cut short with a dot too: Gen. Aoba; what begins small is a word
            if (Character.isLowerCase(text.charAt(word))
                    && endsSentence(text.substring(word, space))
                    && hasWordsOfASentence(text, space)) {
                return true;
            }
        }
        return false;
    }

    private static boolean closesSentence(char c) {
        return isFullStop(c) || isClosing(c);
    }

    private static boolean isFullStop(char c) {
        return switch (c) {
            case '.', '!', '?', '。', '！', '？' -> true;
            default -> false;
        };
    }

    private static boolean isClosing(char c) {
        return switch (c) {
            case '"', '\'', '”', '’', ')', ']', '」' -> true;
            default -> false;
        };
    }

    private static boolean isJapaneseProse(String text) {
        return text.endsWith("。") && text.length() >= 10;
    }

    private static boolean isInvisible(char c) {
        return c == '\u200B' || c == '\u200C' || c == '\u200D' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
    }
}
