package org.jdfwire.fetcher.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.jdfwire.fetcher.ledger.Progress;
import org.junit.jupiter.api.Test;

class ProgressReportTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration DELAY = Duration.ofSeconds(2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ProgressReport report = new ProgressReport("jdf", DELAY, meters);
    private int looks;

    @Test
    void countsPagesByHowFarTheyAre() {
        update(0, new Progress(5, 2, 100));

        assertThat(pages("done")).isEqualTo(5);
        assertThat(pages("failed")).isEqualTo(2);
        assertThat(pages("open")).isEqualTo(100);
    }

    @Test
    void takesTheDelayForEachPageUntilItKnowsBetter() {
        update(0, new Progress(0, 0, 100));

        assertThat(remaining()).isEqualTo(200);
    }

    @Test
    void goesOnAsItWentSoFar() {
        update(0, new Progress(0, 0, 100));
        for (int i = 0; i < 20; i++) {
            report.asked(true);
            report.asked(false);
        }
        update(60, new Progress(20, 0, 80));

        assertThat(remaining()).as("80 pages of 3 s").isEqualTo(240);
    }

    @Test
    void looksOnceAMinute() {
        update(0, new Progress(0, 0, 100));
        update(59, new Progress(20, 0, 80));
        assertThat(looks).isEqualTo(1);

        update(60, new Progress(20, 0, 80));
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void beginsAnewWhenNewPagesComeAfterAllWereAskedFor() {
        update(0, new Progress(0, 0, 1));
        report.asked(true);
        update(3600, new Progress(1, 0, 0));
        assertThat(remaining()).isZero();

        update(7200, new Progress(1, 0, 10));

        assertThat(remaining()).as("10 pages of the delay").isEqualTo(20);
        report.asked(true);
        update(7260, new Progress(2, 0, 9));
        assertThat(remaining()).as("9 pages of a minute").isEqualTo(540);
    }

    private void update(int seconds, Progress progress) {
        report.update(NOON.plusSeconds(seconds), () -> {
            looks++;
            return progress;
        });
    }

    private double pages(String state) {
        return meters.get("jdfwire.source.pages")
                .tags("source", "jdf", "state", state)
                .gauge()
                .value();
    }

    private double remaining() {
        return meters.get("jdfwire.source.remaining")
                .tag("source", "jdf")
                .gauge()
                .value();
    }
}
