package org.jdfwire.fetcher.publish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.meter.ExposedMeters;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.fetcher.canary.CanarySender;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.Ownership;
import org.jdfwire.fetcher.source.Sources;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.BinderFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.messaging.MessageChannel;

/** Joins the fetcher to Kafka. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    @Bean
    static MeterFilter exposedMeters() {
        return new ExposedMeters();
    }

    /** Makes the destinations that the fetcher joins; whichever service starts first makes them the same. */
    @Bean
    KafkaAdmin.NewTopics fetcherDestinations() {
        List<String> joined =
                List.of(Destinations.PAGES, Destinations.FETCHES, Destinations.POLLS, Destinations.CANARIES);
        return new KafkaAdmin.NewTopics(Destinations.ALL.stream()
                .filter(destination -> joined.contains(destination.name()))
                .map(destination -> TopicBuilder.name(destination.name())
                        .partitions(destination.partitions())
                        // the broker's default
                        .replicas(-1)
                        .configs(destination.settings())
                        .build())
                .toArray(NewTopic[]::new));
    }

    /** Lets the headers of CloudEvents out as plain text, and nothing of Spring's own. */
    @Bean
    KafkaHeaderMapper fetcherHeaderMapper() {
        SimpleKafkaHeaderMapper mapper = new SimpleKafkaHeaderMapper("ce_*", "content-type");
        mapper.setMapAllStringsOut(true);
        return mapper;
    }

    @Bean
    KafkaFetchLog fetchLog(BinderFactory binders, StreamBridge bridge, KafkaProperties kafka) {
        KafkaMessageChannelBinder binder = (KafkaMessageChannelBinder) binders.getBinder(null, MessageChannel.class);
        DefaultKafkaProducerFactory<byte[], byte[]> producers =
                (DefaultKafkaProducerFactory<byte[], byte[]>) Objects.requireNonNull(
                        binder.getTransactionalProducerFactory(), "fetcher.yml sets a transaction-id-prefix");
        return new KafkaFetchLog(producers, bridge, new FetchLogReader(consumers(kafka, Map.of())));
    }

    @Bean(destroyMethod = "")
    Ownership ownership(Ledger ledger, KafkaProperties kafka, GroupSettings group, MeterRegistry registry) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group.group(),
                // a share stays with whom it is while another comes or goes
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) GroupOwnership.SESSION.toMillis(),
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                1_500,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest"));
        if (!group.instance().isBlank()) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group.instance());
        }
        Ownership ownership = new GroupOwnership(consumers(kafka, settings), ledger, InstantSource.system());
        Gauge.builder(
                        "jdfwire.fetcher.partitions",
                        ownership,
                        share -> share.held().size())
                .description("Partitions of jdf.fetches whose hosts this instance polls")
                .register(registry);
        return ownership;
    }

    @Bean
    CanarySender canarySender(KafkaProperties kafka, GroupSettings group, MeterRegistry registry) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000));
        return new CanarySender(
                () -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
                group.canaryEvery(),
                InstantSource.system(),
                registry);
    }

    /** Finds out whose turn it is: of all instances one is given the only partition; what lies in it is not looked at. */
    @Bean
    MessageListenerContainer canaryTurns(CanarySender canaries, KafkaProperties kafka, GroupSettings group) {
        ContainerProperties properties = new ContainerProperties(Destinations.CANARIES);
        properties.setGroupId(group.group() + "-canary");
        properties.setConsumerRebalanceListener(canaries);
        properties.setMessageListener((MessageListener<byte[], byte[]>) heard -> {});
        KafkaMessageListenerContainer<byte[], byte[]> container = new KafkaMessageListenerContainer<>(
                consumers(
                        kafka,
                        Map.of(
                                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                                (int) GroupOwnership.SESSION.toMillis(),
                                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                                1_500,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "latest")),
                properties);
        container.setBeanName("canary");
        container.setAutoStartup(!group.canaryEvery().isZero());
        return container;
    }

    /**
     * Every instance hears every wish, so there is no group and no offset to remember. It begins with those that still
     * hold, for they may have come while it started.
     */
    @Bean
    MessageListenerContainer pollRequests(Sources sources, KafkaProperties kafka, MeterRegistry registry) {
        InstantSource clock = InstantSource.system();
        ContainerProperties properties = new ContainerProperties(new TopicPartitionOffset(
                Destinations.POLLS,
                0,
                clock.instant().minus(PollRequested.HOLDS_FOR).toEpochMilli(),
                TopicPartitionOffset.SeekPosition.TIMESTAMP));
        properties.setMessageListener(new PollRequestListener(sources::pollNow, clock, registry));
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        KafkaMessageListenerContainer<byte[], byte[]> container =
                new KafkaMessageListenerContainer<>(consumers(kafka, Map.of()), properties);
        container.setBeanName("polls");
        return container;
    }

    private static DefaultKafkaConsumerFactory<byte[], byte[]> consumers(
            KafkaProperties kafka, Map<String, Object> further) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Destinations.MAX_MESSAGE_BYTES);
        settings.putAll(further);
        return new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
