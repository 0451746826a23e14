package org.jdfwire.parser.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.meter.ExposedMeters;
import org.jdfwire.parser.PageParser;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.FixedBackOff;

/** Puts the parser between {@code jdf.pages} and {@code jdf.topics}. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {
    private static final long RETRY_MILLIS = 1_000;
    private static final Set<String> TOUCHED = Set.of(Destinations.PAGES, Destinations.TOPICS, Destinations.REJECTS);

    @Bean
    static MeterFilter exposedMeters() {
        return new ExposedMeters();
    }

    @Bean
    PageParser pageParser() {
        return new PageParser();
    }

    @Bean
    Function<Message<List<?>>, List<Message<byte[]>>> parse(PageParser parser, MeterRegistry registry) {
        return new ParseFunction(parser::parse, new ParserMetrics(registry));
    }

    /** Made by whichever service starts first; the same in each. */
    @Bean
    NewTopics destinations() {
        return new NewTopics(Destinations.ALL.stream()
                .filter(destination -> TOUCHED.contains(destination.name()))
                .map(StreamConfiguration::topic)
                .toArray(NewTopic[]::new));
    }

    /** Lets out CloudEvents attributes and the content type, as UTF-8, and nothing of Spring's own. */
    @Bean
    KafkaHeaderMapper kafkaHeaders() {
        SimpleKafkaHeaderMapper mapper = new SimpleKafkaHeaderMapper("ce_*", "content-type");
        mapper.setMapAllStringsOut(true);
        return mapper;
    }

    /**
     * What escapes the function is never a page's fault (Kafka is away, say), so the batch is tried until it goes through;
     * the binder's own choice gives up after ten tries and drops the records.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> neverDropABatch(Listeners listeners) {
        return (container, destination, group) -> {
            retryForever(container);
            listeners.add(container, destination);
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

    private static <K, V> void retryForever(AbstractMessageListenerContainer<K, V> container) {
        // commits beyond the marks of transactions too, or each partition would look one record behind for ever
        container.getContainerProperties().setFixTxOffsets(true);
        container.setAfterRollbackProcessor(
                new DefaultAfterRollbackProcessor<>(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
    }

    private static NewTopic topic(Destinations.Destination destination) {
        return TopicBuilder.name(destination.name())
                .partitions(destination.partitions())
                .configs(destination.settings())
                .build();
    }
}
