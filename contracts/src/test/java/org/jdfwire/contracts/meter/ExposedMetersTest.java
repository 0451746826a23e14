package org.jdfwire.contracts.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExposedMetersTest {
    private static final String RANDOM = "77e0e6e1-ff8a-45e6-9cd3-d42f963abdca";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void filter() {
        registry.config().meterFilter(new ExposedMeters());
    }

    @Test
    void theBindersLagHasOurNameAndNoRandomGroup() {
        registry.gauge("spring.cloud.stream.binder.kafka.offset", Tags.of("group", "anonymous." + RANDOM), 1);

        assertThat(ids()).containsExactly("jdfwire.consumer.lag[tag(group=none)]records");
    }

    @Test
    void ofKafkasClientsOnlyTheListedOnesAreShownWithAllTheirLabels() {
        Tags client =
                Tags.of("client.id", "consumer-anonymous." + RANDOM + "-10", "kafka.version", "4", "spring.id", "x");
        registry.counter("kafka.consumer.last.poll.seconds.ago", client);
        registry.counter("kafka.consumer.io.time.ns.total", client);

        assertThat(ids())
                .containsExactly("kafka.consumer.last.poll.seconds.ago[tag(client.id=consumer-anonymous-10), "
                        + "tag(kafka.version=4), tag(spring.id=x)]null");
    }

    @Test
    void everyMeterIsDescribedAndWhatWasDescribedStaysSo() {
        registry.counter("nameless");
        Counter.builder("named").description("What it is").register(registry);

        assertThat(registry.get("nameless").counter().getId().getDescription()).contains("nameless");
        assertThat(registry.get("named").counter().getId().getDescription()).isEqualTo("What it is");
    }

    private List<String> ids() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(id -> id.getName() + id.getTags() + id.getBaseUnit())
                .toList();
    }
}
