package org.jdfwire.parser.text;

/** What of a letter matters where phrases are looked for. */
final class Letters {
    private static final char END_OF_ASCII = 0x80;

    /** What {@link #inWord} returns for each ASCII letter. */
    private static final char[] IN_WORD = ofAscii();

    private Letters() {}

    /** Whether it is part of a word that stands between gaps. */
    static boolean isWord(char c) {
        if (c < END_OF_ASCII) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
        }
        return Character.isLetterOrDigit(c) && !isWrittenWithoutGaps(c);
    }

    /**
     * Returns what of a letter matters in a word, 0 where it is part of none.
     *
     * <p>Any digit counts as {@code #}: tables have a sign for all.
     */
    static char inWord(char c) {
        if (c < END_OF_ASCII) {
            return IN_WORD[c];
        }
        return isWord(c) ? fold(c) : 0;
    }

    private static char[] ofAscii() {
        char[] letters = new char[END_OF_ASCII];
        for (char c = 0; c < END_OF_ASCII; c++) {
            letters[c] = isDigit(c) ? '#' : isWord(c) ? fold(c) : 0;
        }
        return letters;
    }

    /** Whether it is a letter or digit of any script; most are ASCII, for which the tables of Unicode need not be asked. */
    static boolean isLetterOrDigit(int c) {
        return c < END_OF_ASCII ? isWord((char) c) : Character.isLetterOrDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Takes away what makes no difference to a reader: case, the width of gaps, the shape of hyphens and quotes. */
    static char fold(char c) {
        if (c < END_OF_ASCII) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return switch (c) {
            case '\u2010', '\u2011' -> '-';
            case '\u2019' -> '\'';
            default -> Words.isSpace(c) ? ' ' : Character.toLowerCase(c);
        };
    }

    /** Whether a letter is Japanese: kana and kanji stand without gaps, so a word may begin and end anywhere. */
    private static boolean isWrittenWithoutGaps(char c) {
        return c >= 0x3040 && (c <= 0x30FF || (c >= 0x4E00 && c <= 0x9FFF));
    }
}
