package org.jdfwire.contracts.topic;

import org.jdfwire.contracts.Checks;

/**
 * Damage of a page's text that was undone, because there is only one thing it can have been.
 *
 * @param found as the page has it, such as {@code lndia}
 * @param read as the topic has it, such as {@code India}
 */
public record Repair(String found, String read) {
    public Repair {
        Checks.text("found", found);
        Checks.text("read", read);
    }
}
