package org.jdfwire.parser.confidence;

/**
 * What was counted for one measure.
 *
 * @param measure which
 * @param found of how many it was found
 * @param of how many there were, 0 where there was nothing to count
 */
record Count(Measure measure, int found, int of) {

    /**
     * Returns how close the share is to the expected one, 0 to 1: as if {@link Measure#trust} more had been seen that
     * were as expected, so that little cannot say much.
     */
    double score(double expected) {
        double trusted = measure.trust() * expected;
        return Math.min(1, (found + trusted) / (of + measure.trust()) / expected);
    }
}
