package org.jdfwire.parser.gold;

/**
 * How often what was found is what was expected.
 *
 * @param common how many were both found and expected
 * @param found how many were found
 * @param expected how many were expected
 */
record Tally(int common, int found, int expected) {
    static final Tally NONE = new Tally(0, 0, 0);

    static Tally of(Bag found, Bag expected) {
        return new Tally(found.common(expected), found.size(), expected.size());
    }

    Tally plus(Tally other) {
        return new Tally(common + other.common, found + other.found, expected + other.expected);
    }

    /** Whether nothing is missing and nothing too much. */
    boolean isWhole() {
        return common == found && common == expected;
    }

    /** Returns the share of what was found that is right, in percent; 100 where nothing was found. */
    double precision() {
        return found == 0 ? 100 : 100.0 * common / found;
    }

    /** Returns the share of what was expected that was found, in percent; 100 where nothing was expected. */
    double recall() {
        return expected == 0 ? 100 : 100.0 * common / expected;
    }

    /** Returns the harmonic mean of both, in percent. */
    double f1() {
        return found + expected == 0 ? 100 : 200.0 * common / (found + expected);
    }
}
