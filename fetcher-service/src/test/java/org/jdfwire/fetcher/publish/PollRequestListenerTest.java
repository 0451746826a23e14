package org.jdfwire.fetcher.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PollRequested;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollRequestListenerTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<PollRequested> taken = new ArrayList<>();
    private final PollRequestListener listener = new PollRequestListener(
            wish -> {
                taken.add(wish);
                return wish.source().equals("jdf");
            },
            () -> NOON,
            meters);

    @Test
    void handsOnWhatStillHolds() {
        PollRequested wish = new PollRequested("jdf", NOON.minusSeconds(300), "ops");
        hear(Json.bytes(wish));

        assertThat(taken).containsExactly(wish);
        assertThat(count("taken")).isOne();
    }

    @Test
    void passesOverWhatIsLateUnknownOrUnreadableAndCountsIt() {
        hear(Json.bytes(new PollRequested("jdf", NOON.minusSeconds(301), "ops")));
        hear(Json.bytes(new PollRequested("another", NOON, "ops")));
        hear("not json".getBytes(StandardCharsets.UTF_8));
        hear("{\"source\":\" \",\"requestedAt\":\"2026-11-24T12:00:00Z\",\"by\":\"ops\"}"
                .getBytes(StandardCharsets.UTF_8));
        hear("{}".getBytes(StandardCharsets.UTF_8));
        hear("null".getBytes(StandardCharsets.UTF_8));
        hear(null);

        assertThat(taken).extracting(PollRequested::source).containsExactly("another");
        assertThat(count("late")).isOne();
        assertThat(count("unknown")).isOne();
        assertThat(count("unreadable")).isEqualTo(5);
    }

    private void hear(byte @Nullable [] value) {
        listener.onMessage(new ConsumerRecord<>(Destinations.POLLS, 0, 0, new byte[0], value));
    }

    private double count(String outcome) {
        return meters.get("jdfwire.polls").tag("outcome", outcome).counter().count();
    }
}
