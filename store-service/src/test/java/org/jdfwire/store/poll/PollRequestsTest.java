package org.jdfwire.store.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.contracts.page.PollRequested;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

class PollRequestsTest {
    private static final PollRequested WISH = new PollRequested("jdf", Instant.parse("2026-11-24T12:00:00Z"), "ops");

    @Test
    void saysThatKafkaIsSilent() {
        MockProducer<byte[], byte[]> silent =
                new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());

        assertThatThrownBy(
                        () -> new PollRequests(new KafkaTemplate<>(() -> silent), Duration.ofMillis(50)).publish(WISH))
                .isInstanceOf(PollNotTakenException.class)
                .hasMessage("jdf.polls took nothing within 0 s");
        assertThat(silent.history()).hasSize(1);
    }

    @Test
    void saysThatKafkaRefuses() {
        MockProducer<byte[], byte[]> refusing =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        refusing.sendException = new TopicAuthorizationException("jdf.polls");

        assertThatThrownBy(() ->
                        new PollRequests(new KafkaTemplate<>(() -> refusing), Duration.ofSeconds(5)).publish(WISH))
                .isInstanceOf(PollNotTakenException.class)
                .rootCause()
                .isInstanceOf(TopicAuthorizationException.class);
    }
}
