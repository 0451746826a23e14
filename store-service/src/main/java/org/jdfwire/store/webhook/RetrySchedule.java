package org.jdfwire.store.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a message that was not taken is sent again: ten attempts over about 75 hours, as Standard Webhooks proposes under
 * "Retries", each time a little earlier or later than it says, so that receivers that failed together are not asked
 * together.
 */
final class RetrySchedule {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double JITTER = 0.1;

    private final DoubleSupplier random;

    /** @param random numbers of 0 to 1 */
    RetrySchedule(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * Returns when to try again; null when it was tried often enough.
     *
     * @param failures in a row, the last one included, so 1 or more
     * @param retryAfter how long the receiver asks to be left alone; it can only make it later
     */
    @Nullable
    Instant next(Instant now, int failures, @Nullable Duration retryAfter) {
        if (failures > DELAYS.size()) {
            return null;
        }
        double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        Duration delay = Duration.ofMillis(Math.round(DELAYS.get(failures - 1).toMillis() * factor));
        return now.plus(retryAfter != null && retryAfter.compareTo(delay) > 0 ? retryAfter : delay);
    }
}
