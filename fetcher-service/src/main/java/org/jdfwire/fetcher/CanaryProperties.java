package org.jdfwire.fetcher;

import java.time.Duration;
import org.jdfwire.contracts.Checks;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The canary as configured.
 *
 * @param interval time between two canaries, a second at least; zero sends none
 */
record CanaryProperties(@DefaultValue("1m") Duration interval) {
    private static final Duration LEAST = Duration.ofSeconds(1);

    CanaryProperties {
        if (!interval.isZero() && interval.compareTo(LEAST) < 0) {
            Checks.refuse("fetcher.canary.interval", interval, "0, or at least " + LEAST);
        }
    }
}
