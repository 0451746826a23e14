package org.jdfwire.parser.layout;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern for a whole line, with what is sooner seen than the pattern is tried: how long such lines are at most, how
 * their first Latin letters go, and a sign that stands in those of other letters.
 */
final class LinePattern {
    /** No sign: no line has it. */
    static final char NONE = '\uFFFF';

    private static final char DIGIT = '#';
    private static final char END_OF_ASCII = 0x80;

    private final int most;
    /** Of each first letter. */
    private final String[][] openings = new String[END_OF_ASCII][];

    private final char sign;
    private final Pattern pattern;

    /**
     * Makes a pattern.
     *
     * @param most letters
     * @param openings the first Latin letters, small; {@code #} for any digit
     * @param sign of which one makes a line worth trying, whatever its Latin letters
     */
    LinePattern(int most, List<String> openings, char sign, Pattern pattern) {
        this.most = most;
        for (char initial = 0; initial < END_OF_ASCII; initial++) {
            String first = String.valueOf(initial);
            this.openings[initial] = openings.stream()
                    .filter(opening -> opening.startsWith(first))
                    .toArray(String[]::new);
        }
        this.sign = sign;
        this.pattern = pattern;
    }

    boolean matches(String line) {
        return line.length() <= most
                && (mayBegin(line) || line.indexOf(sign) >= 0)
                && pattern.matcher(line).matches();
    }

    /** Whether the first Latin letters of a line are some of these; a line without any may be all signs. */
    boolean mayBegin(String line) {
        int at = 0;
        while (at < line.length() && !isWord(line.charAt(at))) {
            at++;
        }
        if (at == line.length()) {
            return true;
        }
        char initial = initial(line.charAt(at));
        for (String opening : openings[initial]) {
            if (initial == DIGIT || line.regionMatches(true, at, opening, 0, opening.length())) {
                return true;
            }
        }
        return false;
    }

    private static char initial(char c) {
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** Whether a pattern takes it for a part of a word. */
    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
