package org.jdfwire.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void triesTenTimesOverAboutSeventyFiveHours() {
        RetrySchedule schedule = new RetrySchedule(() -> 0.5);
        Instant at = NOW;
        int attempts = 1;
        for (Instant next = schedule.next(at, 1, null); next != null; next = schedule.next(at, attempts, null)) {
            assertThat(next).isAfter(at);
            at = next;
            attempts++;
        }

        assertThat(attempts).isEqualTo(10);
        assertThat(Duration.between(NOW, at)).isEqualTo(Duration.parse("PT75H35M5S"));
    }

    @Test
    void isSpreadByATenthToBothSides() {
        assertThat(new RetrySchedule(() -> 0).next(NOW, 2, null)).isEqualTo(NOW.plusSeconds(270));
        assertThat(new RetrySchedule(() -> 1).next(NOW, 2, null)).isEqualTo(NOW.plusSeconds(330));
    }

    @Test
    void aReceiverCanAskForMoreTimeAndNotForLess() {
        RetrySchedule schedule = new RetrySchedule(() -> 0.5);

        assertThat(schedule.next(NOW, 1, Duration.ofMinutes(1))).isEqualTo(NOW.plusSeconds(60));
        assertThat(schedule.next(NOW, 2, Duration.ofMinutes(1))).isEqualTo(NOW.plusSeconds(300));
        assertThat(schedule.next(NOW, 1, Duration.ofMinutes(-1))).isEqualTo(NOW.plusSeconds(5));
        assertThat(schedule.next(NOW, 10, Duration.ofHours(1))).isNull();
    }
}
