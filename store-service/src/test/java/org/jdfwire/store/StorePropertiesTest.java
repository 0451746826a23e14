package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StorePropertiesTest {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    @Test
    void waitsForASlowClientLongerThanForTheNextHeartbeat() {
        assertThat(properties(Duration.ofSeconds(16), Duration.ZERO, 1).slowClient())
                .isEqualTo(Duration.ofSeconds(16));
        assertThatThrownBy(() -> properties(HEARTBEAT, Duration.ZERO, 1))
                .hasMessage("store.slow-client: PT15S (expected: longer than the heartbeat, PT15S)");
    }

    @Test
    void refusesLimitsThatLetNobodyIn() {
        assertThatThrownBy(() -> properties(Duration.ofMinutes(1), Duration.ofSeconds(-1), 1))
                .hasMessageStartingWith("store.drain: PT-1S");
        assertThatThrownBy(() -> properties(Duration.ofMinutes(1), Duration.ZERO, 0))
                .hasMessageStartingWith("store.streams: 0");
    }

    private static StoreProperties properties(Duration slowClient, Duration drain, int streams) {
        return new StoreProperties(
                HEARTBEAT,
                slowClient,
                drain,
                streams,
                1,
                Duration.ofMinutes(1),
                1,
                1,
                URI.create("http://localhost:8080"),
                "jdfwire.org,2026");
    }
}
