package org.jdfwire.parser.layout;

/**
 * Words that a line is searched for, whatever their case: by their rarest letter, which most lines do not even have. For
 * what a pattern cannot match without, and far sooner told than by the pattern.
 */
final class Sign {
    /** As English has them; what is no letter is rarer still. */
    private static final String RAREST_FIRST = "zqxjkvbpygfwmucldrhsnioate ";

    private final String words;
    private final int place;
    private final char small;
    private final char large;

    /**
     * Makes a sign.
     *
     * @param words in small letters
     */
    Sign(String words) {
        this.words = words;
        this.place = rarest(words);
        this.small = words.charAt(place);
        this.large = Character.toUpperCase(small);
    }

    private static int rarest(String words) {
        int rarest = 0;
        for (int at = 1; at < words.length(); at++) {
            if (RAREST_FIRST.indexOf(words.charAt(at)) < RAREST_FIRST.indexOf(words.charAt(rarest))) {
                rarest = at;
            }
        }
        return rarest;
    }

    boolean isIn(String line) {
        return isAround(small, line) || (large != small && isAround(large, line));
    }

    private boolean isAround(char letter, String line) {
        for (int at = line.indexOf(letter, place); at >= 0; at = line.indexOf(letter, at + 1)) {
            if (beginsAt(at - place, line)) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsAt(int start, String line) {
        int at = 0;
        while (at < words.length()
                && start + at < line.length()
                && Character.toLowerCase(line.charAt(start + at)) == words.charAt(at)) {
            at++;
        }
        return at == words.length();
    }
}
