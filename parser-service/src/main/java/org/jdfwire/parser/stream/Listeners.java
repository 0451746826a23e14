package org.jdfwire.parser.stream;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * The consumers of this service, and whether they are well.
 *
 * <p>Ready means in their groups: the last sign of life to the group's coordinator is seconds ago. Alive is meant to
 * fail slowly: a consumer that asks for nothing for ten minutes hangs, and only a restart helps; one that cannot reach
 * Kafka goes on asking.
 */
final class Listeners {
    private static final Duration IN_ITS_GROUP = Duration.ofSeconds(10);
    private static final Duration ASKING = Duration.ofMinutes(10);

    private final Duration asking;
    private final List<Listener> all = new CopyOnWriteArrayList<>();

    private record Listener(AbstractMessageListenerContainer<?, ?> container, String destination) {

        /** Returns the least of a metric over its consumers, in seconds; none where it is not there or has no value yet. */
        Stream<Double> secondsSince(String metric) {
            return container.metrics().values().stream()
                    .flatMap(metrics -> metrics.values().stream())
                    .filter(value -> value.metricName().name().equals(metric))
                    .map(Metric::metricValue)
                    .filter(Number.class::isInstance)
                    .map(value -> ((Number) value).doubleValue())
                    .filter(seconds -> seconds >= 0);
        }

        boolean isWithin(Duration longest, String metric) {
            return container.isRunning() && secondsSince(metric).anyMatch(seconds -> seconds <= longest.toSeconds());
        }

        boolean isConsuming() {
            return isWithin(IN_ITS_GROUP, "last-heartbeat-seconds-ago");
        }

        boolean isAsking(Duration longest) {
            // before its first question there is nothing to tell
            return container.isRunning()
                    && secondsSince("last-poll-seconds-ago").allMatch(seconds -> seconds <= longest.toSeconds());
        }
    }

    Listeners() {
        this(ASKING);
    }

    /** @param asking how long a consumer may ask for nothing and still count as alive, in whole seconds */
    Listeners(Duration asking) {
        this.asking = asking;
    }

    /** Takes note of a consumer. */
    void add(AbstractMessageListenerContainer<?, ?> container, String destination) {
        all.add(new Listener(container, destination));
    }

    /** Whether each of them takes part in its group. */
    Health readiness() {
        return health(all.stream().filter(listener -> !listener.isConsuming()).toList());
    }

    /** Whether none of them hangs. */
    Health liveness() {
        return health(
                all.stream().filter(listener -> !listener.isAsking(asking)).toList());
    }

    private Health health(List<Listener> unwell) {
        Health.Builder health = all.isEmpty() || !unwell.isEmpty() ? Health.down() : Health.up();
        return health.withDetail(
                        "unwell", unwell.stream().map(Listener::destination).toList())
                .build();
    }
}
