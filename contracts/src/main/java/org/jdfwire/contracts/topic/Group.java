package org.jdfwire.contracts.topic;

import org.jdfwire.contracts.Checks;

/**
 * The place of a topic among those that share one heading.
 *
 * @param index 1 to size
 * @param size how many topics share the heading, 2 and up
 */
public record Group(int index, int size) {
    public Group {
        Checks.atLeast(2, "group size", size);
        if (index < 1 || index > size) {
            Checks.refuse("group index", index, "1 to " + size);
        }
    }
}
