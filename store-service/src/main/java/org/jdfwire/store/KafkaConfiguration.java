package org.jdfwire.store;

import io.micrometer.core.instrument.config.MeterFilter;
import org.apache.kafka.clients.admin.NewTopic;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.meter.ExposedMeters;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.util.backoff.ExponentialBackOff;

/** What the store's bindings have in common. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    private static final long FIRST_WAIT_MS = 200;
    private static final double SLOWER = 2;
    private static final long LONGEST_WAIT_MS = 10_000;

    /** The destinations, made right by whichever service starts first; -1 is the brokers' default replication. */
    @Bean
    KafkaAdmin.NewTopics destinations() {
        return new KafkaAdmin.NewTopics(Destinations.ALL.stream()
                .map(destination -> TopicBuilder.name(destination.name())
                        .partitions(destination.partitions())
                        .replicas(-1)
                        .configs(destination.settings())
                        .build())
                .toArray(NewTopic[]::new));
    }

    @Bean
    static MeterFilter exposedMeters() {
        return new ExposedMeters();
    }

    /**
     * Groups commit beyond the marks of transactions too, or each partition would look one record behind for ever. Who has
     * no group commits nothing, and would ask the broker for it at each poll.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> commitsToTheVeryEnd(Listeners listeners) {
        return (container, destination, group) -> {
            boolean anonymous = group == null || group.startsWith("anonymous.");
            container.getContainerProperties().setFixTxOffsets(!anonymous);
            listeners.add(container, destination, anonymous);
        };
    }

    @Bean
    Listeners listeners() {
        return new Listeners();
    }

    /** Part of readiness, as {@code consuming}. */
    @Bean
    HealthIndicator consumingHealthIndicator(Listeners listeners) {
        return listeners::readiness;
    }

    /** Part of liveness, as {@code polling}. */
    @Bean
    HealthIndicator pollingHealthIndicator(Listeners listeners) {
        return listeners::liveness;
    }

    /** Headers are UTF-8 text, as CloudEvents wants them, and no types of ours travel in them. */
    @Bean
    KafkaHeaderMapper textHeaders() {
        return new SimpleKafkaHeaderMapper();
    }

    /** Tries a batch again for as long as it takes; the default gives up and drops it. */
    @Bean
    CommonErrorHandler untilItWorks() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT_MS, SLOWER);
        backOff.setMaxInterval(LONGEST_WAIT_MS);
        return new DefaultErrorHandler(backOff);
    }
}
