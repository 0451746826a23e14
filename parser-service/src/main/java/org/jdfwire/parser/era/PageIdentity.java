package org.jdfwire.parser.era;

import org.jdfwire.contracts.topic.IssueRef;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the magazine this is.
 *
 * @param issue the issue, or null where neither address nor page tells its number
 * @param section such as {@code topics}, or null where nothing tells it
 * @param layout how it is made
 */
public record PageIdentity(
        @Nullable IssueRef issue, @Nullable String section, Layout layout) {
    /** The publication of every page that has an identity. */
    public static final String PUBLICATION = "jdf";
}
