package org.jdfwire.fetcher.publish;

import java.time.Duration;
import org.jdfwire.contracts.Checks;

/**
 * How this instance shares the polling with others.
 *
 * @param group name of the group; its instances must have the same polled sources
 * @param instance this instance's name, unique in the group and the same in each of its lives: a restarted instance
 *     then goes on at once with what was its own. Blank for one that has no name; its share is free after 6 s
 * @param canaryEvery time between two canaries of the group, or zero
 */
public record GroupSettings(String group, String instance, Duration canaryEvery) {
    public GroupSettings {
        Checks.text("fetcher.group", group);
    }
}
