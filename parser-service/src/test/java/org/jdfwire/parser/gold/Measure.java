package org.jdfwire.parser.gold;

import java.util.Locale;

/**
 * What is counted on the pages of the gold set.
 *
 * <p>Found topics are first paired with expected ones ({@link TopicPairs}). All but the first three measures look at
 * pairs; a topic without a partner counts there with all it has, as missing or as too much.
 */
enum Measure {
    /** Issue, month and section of a page all as stated, or the right reason why it cannot be read: one a page. */
    PAGES(100),
    /** A topic counts where its partner has the same title and at least nine tenths of its words, by F1. */
    TOPICS(100),
    /** Titles, letter for letter, white space folded. */
    TITLES(100),
    /** Words of the paragraphs: runs of letters and digits, in any order. */
    PARAGRAPHS(99),
    /** Paragraphs, letter for letter but for punctuation: says whether text is divided as on the page. */
    DIVISION(95),
    /** First and last day together. */
    DATES(99),
    /** Codes of countries. */
    COUNTRIES(100),
    /** Codes of countries, and whether flag, heading or text names them. */
    EVIDENCE(99),
    /** Family names. */
    PEOPLE(95),
    /** Family names with office or rank. */
    ROLES(90),
    /** Family names with the country that each acts for. */
    NATIONS(95),
    /** Short names of bodies. */
    ORGANIZATIONS(90),
    /** The kind of event: one a topic. */
    KIND(95);

    private final double floor;

    Measure(double floor) {
        this.floor = floor;
    }

    /** Returns the least F1 that the parser must reach over all pages, in percent. */
    double floor() {
        return floor;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
