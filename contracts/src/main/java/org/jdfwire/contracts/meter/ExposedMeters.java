package org.jdfwire.contracts.meter;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which meters of libraries are shown, and under which names and labels.
 *
 * <p>The binder's lag becomes {@code jdfwire_consumer_lag_records}. Of Kafka's clients a few are shown: most of the
 * others repeat a counter as a rate, or have nanoseconds in their names. Labels that are random at each start lose what is
 * random in them. A meter without a description gets one, as Prometheus' practices ask for it.
 */
public final class ExposedMeters implements MeterFilter {
    private static final String LAG = "spring.cloud.stream.binder.kafka.offset";
    private static final Set<String> KAFKA = Set.of(
            "kafka.consumer.coordinator.assigned.partitions",
            "kafka.consumer.coordinator.last.heartbeat.seconds.ago",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.fetch.manager.bytes.consumed.total",
            "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.last.poll.seconds.ago",
            "kafka.producer.record.error.total",
            "kafka.producer.record.retry.total",
            "kafka.producer.record.send.total",
            "kafka.producer.request.latency.avg");
    private static final List<String> HIDDEN = List.of(
            "application.",
            "executor.",
            "spring.cloud.",
            "spring.integration.",
            "spring.kafka.",
            "spring.security.",
            "tasks.scheduled.",
            "http.server.requests.active",
            "kafka.app.info",
            "jvm.compilation.time",
            "process.cpu.time",
            "system.cpu.count");

    /** Only a driver's: Micrometer takes meters of a Kafka client that have fewer labels than they had for outdated. */
    private static final Set<String> RANDOM_LABELS = Set.of("cluster.id");

    private static final Pattern RANDOM =
            Pattern.compile("[.-]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        String name = id.getName();
        if (name.startsWith("kafka.consumer.") || name.startsWith("kafka.producer.")) {
            return KAFKA.contains(name) ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
        }
        return HIDDEN.stream().anyMatch(name::startsWith) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (id.getName().equals(LAG)) {
            return new Meter.Id(
                    "jdfwire.consumer.lag",
                    Tags.of(labels(id)),
                    "records",
                    "Records of a destination that a consumer group has not committed yet",
                    id.getType());
        }
        Meter.Id named = id.replaceTags(labels(id));
        return id.getDescription() == null
                ? new Meter.Id(
                        named.getName(),
                        Tags.of(named.getTags()),
                        named.getBaseUnit(),
                        "As its library calls it: " + named.getName(),
                        named.getType())
                : named;
    }

    private static List<Tag> labels(Meter.Id id) {
        List<Tag> labels = new ArrayList<>();
        for (Tag tag : id.getTags()) {
            if (!RANDOM_LABELS.contains(tag.getKey())) {
                String plain = RANDOM.matcher(tag.getValue()).replaceAll("");
                // the binder's name for the group of a consumer that has none
                boolean nobody = tag.getKey().equals("group") && plain.equals("anonymous");
                labels.add(Tag.of(tag.getKey(), nobody ? "none" : plain));
            }
        }
        return labels;
    }
}
