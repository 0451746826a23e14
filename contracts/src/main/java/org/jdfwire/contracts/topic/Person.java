package org.jdfwire.contracts.topic;

import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A person who takes part in a topic.
 *
 * @param name family name as the page gives it, in ordinary capitals
 * @param role office or rank, such as {@code Minister}, or null where the page gives none
 */
public record Person(String name, @Nullable String role) {
    public Person {
        Checks.text("person", name);
    }
}
