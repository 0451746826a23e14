package org.jdfwire.parser.layout;

import org.jdfwire.contracts.topic.IssueRef;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the magazine this is.
 *
 * @param issue the issue, or null where neither address nor page tells its number
 * @param section such as {@code topics}, or null where nothing tells it
 * @param index whether the page only leads to others
 */
public record PageIdentity(
        @Nullable IssueRef issue, @Nullable String section, boolean index) {
    /** The publication of every page that has an identity. */
    public static final String PUBLICATION = "jdf";

    /** Returns the name of the layout: the year its era began. */
    public String layout() {
        if (issue == null) {
            return "jdf";
        }
        int number = issue.number();
        if (number <= 12) {
            return "jdf-2006";
        }
        if (number <= 22) {
            return "jdf-2009";
        }
        if (number <= 50) {
            return "jdf-2011";
        }
        if (number <= 101) {
            return "jdf-2014";
        }
        return number <= 106 ? "jdf-2018" : "jdf-2019";
    }
}
