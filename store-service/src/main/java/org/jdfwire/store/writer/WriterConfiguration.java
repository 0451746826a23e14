package org.jdfwire.store.writer;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.meter.StageMeters;
import org.jdfwire.contracts.trace.PageTraces;
import org.jdfwire.store.archive.PageArchive;
import org.jdfwire.store.canary.CanaryJudge;
import org.jdfwire.store.canary.CanaryLog;
import org.jdfwire.store.journal.ChangeLog;
import org.jdfwire.store.journal.KafkaChangeLog;
import org.jdfwire.store.journal.LogEpochs;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.live.DeliverBinding;
import org.jdfwire.store.projection.Fetches;
import org.jdfwire.store.projection.LogPositions;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.projection.Rejects;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.Message;

/** The functions {@code store}, {@code reject}, {@code watch}, {@code archive} and {@code deliver}, named as their bindings are. */
@Configuration(proxyBeanMethods = false)
class WriterConfiguration {
    private static final InstantSource CLOCK = InstantSource.system();

    @Bean
    PageTraces pageTraces(Environment settings) {
        return PageTraces.configured("store", settings::getProperty);
    }

    @Bean
    BatchSpans journalSpans(PageTraces traces) {
        return new BatchSpans(traces, "store");
    }

    @Bean
    ChangeLog changeLog(
            KafkaTemplate<byte[], byte[]> kafka, ConsumerFactory<byte[], byte[]> consumers, BatchSpans journalSpans) {
        return new KafkaChangeLog(kafka, consumers, journalSpans::headers);
    }

    @Bean
    JournalBinding journalBinding(
            TopicJournal journal,
            Projection projection,
            LogPositions positions,
            ChangeLog changeLog,
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaAdmin kafkaAdmin,
            BatchSpans journalSpans,
            CanaryLog canaries,
            MeterRegistry meters) {
        LogEpochs epochs = new LogEpochs(() -> consumers.createConsumer(null, "store-epochs", null));
        JournalWriter writer = new JournalWriter(journal, projection, positions, changeLog, epochs::first);
        return new JournalBinding(
                writer,
                () -> kafkaTopicId(kafkaAdmin),
                journalSpans,
                new CanaryJudge(CLOCK),
                canaries,
                new WriterMeters(meters, CLOCK));
    }

    @Bean
    java.util.function.Consumer<Message<List<byte[]>>> store(JournalBinding binding) {
        return binding::accept;
    }

    @Bean
    RejectBinding rejectBinding(Rejects rejects, CanaryLog canaries, MeterRegistry meters) {
        return new RejectBinding(rejects, new CanaryJudge(CLOCK), canaries, new StageMeters(meters, CLOCK, "reject"));
    }

    @Bean
    java.util.function.Consumer<Message<List<byte[]>>> reject(RejectBinding binding) {
        return binding::accept;
    }

    @Bean
    WatchBinding watchBinding(Fetches fetches, MeterRegistry meters) {
        return new WatchBinding(fetches, new StageMeters(meters, CLOCK, "watch"));
    }

    @Bean
    java.util.function.Consumer<Message<List<byte[]>>> watch(WatchBinding binding) {
        return binding::accept;
    }

    @Bean
    ArchiveBinding archiveBinding(PageArchive archive, MeterRegistry meters) {
        return new ArchiveBinding(archive, new StageMeters(meters, CLOCK, "archive"));
    }

    @Bean
    java.util.function.Consumer<Message<List<byte[]>>> archive(ArchiveBinding binding) {
        return binding::accept;
    }

    @Bean
    java.util.function.Consumer<Message<List<byte[]>>> deliver(
            DeliverBinding binding, PageTraces traces, MeterRegistry meters) {
        StageMeters stage = new StageMeters(meters, CLOCK, "deliver");
        return batch -> {
            int changes = batch.getPayload().size();
            try (StageMeters.Work work = stage.take(changes)) {
                TracedDelivery.of(traces, batch, binding::accept);
                stage.handOn(changes);
                work.done();
            }
        };
    }

    /** The binder takes one listener for all bindings. */
    @Bean
    KafkaBindingRebalanceListener assignments(
            JournalBinding journal,
            RejectBinding reject,
            WatchBinding watch,
            ArchiveBinding archive,
            DeliverBinding deliver) {
        return new KafkaBindingRebalanceListener() {
            @Override
            public void onPartitionsRevokedAfterCommit(
                    String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                if (bindingName.equals("store-in-0")) {
                    journal.revoked(partitions);
                }
            }

            @Override
            public void onPartitionsAssigned(
                    String bindingName,
                    Consumer<?, ?> consumer,
                    Collection<TopicPartition> partitions,
                    boolean initial) {
                switch (bindingName) {
                    case "store-in-0" -> journal.assigned(consumer, partitions);
                    case "reject-in-0" -> reject.assigned(consumer, partitions);
                    case "watch-in-0" -> watch.assigned(consumer, partitions);
                    case "archive-in-0" -> archive.assigned(consumer, partitions);
                    case "deliver-in-0" -> deliver.assigned(consumer, partitions);
                    default -> {
                        // the others go on where their group stands
                    }
                }
            }
        };
    }

    private static String kafkaTopicId(KafkaAdmin kafkaAdmin) {
        return Objects.requireNonNull(
                        kafkaAdmin.describeTopics(Destinations.TOPICS).get(Destinations.TOPICS))
                .topicId()
                .toString();
    }
}
