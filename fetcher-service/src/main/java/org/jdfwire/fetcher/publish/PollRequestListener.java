package org.jdfwire.fetcher.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PollRequested;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;
import tools.jackson.core.JacksonException;

/**
 * Hears the wishes of operators on {@code jdf.polls} and hands them to their sources.
 *
 * <p>{@code jdfwire.polls} counts them by {@code outcome}: taken, late, unknown (a source that this instance does not
 * have) or unreadable; the sum is what was heard.
 */
final class PollRequestListener implements MessageListener<byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(PollRequestListener.class);

    private final Predicate<PollRequested> sources;
    private final InstantSource clock;
    private final Map<Heard, Counter> counters = new EnumMap<>(Heard.class);

    /** @param sources take a wish; false where none of them is meant */
    PollRequestListener(Predicate<PollRequested> sources, InstantSource clock, MeterRegistry registry) {
        this.sources = sources;
        this.clock = clock;
        for (Heard outcome : Heard.values()) {
            counters.put(
                    outcome,
                    Counter.builder("jdfwire.polls")
                            .description("Wishes of operators to have a source polled at once")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    private enum Heard {
        TAKEN,
        LATE,
        UNKNOWN,
        UNREADABLE
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> message) {
        Heard outcome = hear(message);
        Objects.requireNonNull(counters.get(outcome)).increment();
    }

    private Heard hear(ConsumerRecord<byte[], byte[]> message) {
        PollRequested wish = read(message);
        if (wish == null) {
            return Heard.UNREADABLE;
        }
        if (wish.isLate(clock.instant())) {
            LOG.info("{} is not obeyed: older than {}", wish, PollRequested.HOLDS_FOR);
            return Heard.LATE;
        }
        if (!sources.test(wish)) {
            LOG.debug("{} is for another instance", wish);
            return Heard.UNKNOWN;
        }
        LOG.info("{} asks for {} at once", wish.by(), wish.source());
        return Heard.TAKEN;
    }

    private static @Nullable PollRequested read(ConsumerRecord<byte[], byte[]> message) {
        String why = "no wish";
        try {
            // the JSON null, which is none
            PollRequested wish = Json.read(message.value(), PollRequested.class);
            if (wish != null) {
                return wish;
            }
        } catch (IllegalArgumentException | JacksonException e) {
            why = e.getMessage();
        }
        LOG.error("{} offset {} is skipped: {}", message.topic(), message.offset(), why);
        return null;
    }
}
