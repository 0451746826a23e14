package org.jdfwire.contracts.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StageMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final StageMeters stage = new StageMeters(registry, () -> now, "parse");

    @Test
    void whatIsTakenIsInProgressUntilItIsDone() {
        try (StageMeters.Work work = stage.take(3)) {
            assertThat(value("in.progress")).isEqualTo(3);
            stage.handOn(2);
            stage.reject();
            work.done();
        }
        assertThat(value("in.progress")).isZero();
        assertThat(count("in")).isEqualTo(3);
        assertThat(count("out")).isEqualTo(2);
        assertThat(count("rejected")).isOne();
        assertThat(value("last.timestamp")).isEqualTo(now.getEpochSecond());
    }

    @Test
    void whatIsGivenUpIsNotTheLast() {
        stage.take(1).close();

        assertThat(value("in.progress")).isZero();
        assertThat(count("in")).isOne();
        assertThat(registry.find("jdfwire.stage.last.timestamp").gauge()).isNull();
    }

    @Test
    void theTimeOfTheLastMovesOn() {
        finish();
        now = now.plusSeconds(60);
        finish();

        assertThat(value("last.timestamp")).isEqualTo(now.getEpochSecond());
    }

    private void finish() {
        try (StageMeters.Work work = stage.take(1)) {
            work.done();
        }
    }

    private double value(String name) {
        return registry.get("jdfwire.stage." + name)
                .tag("stage", "parse")
                .gauge()
                .value();
    }

    private double count(String name) {
        return registry.get("jdfwire.stage." + name)
                .tag("stage", "parse")
                .counter()
                .count();
    }
}
