package org.jdfwire.parser.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jdfwire.contracts.meter.StageMeters;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.parser.ParseResult;

/**
 * Counts what became of pages: {@code taken in = parsed + rejected (over all reasons) + malformed + canary}.
 *
 * <p>A batch that Kafka rolls back is parsed again and counted again.
 */
final class ParserMetrics {
    private static final String PAGES = "jdfwire.parsed";

    private final MeterRegistry registry;
    private final Counter topics;
    private final Timer parsing;
    private final FillRates fillRates;
    private final StageMeters stage;

    ParserMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.fillRates = new FillRates(registry);
        this.stage = new StageMeters(registry, InstantSource.system(), "parse");
        this.topics = Counter.builder("jdfwire.parsed.topics")
                .description("Topics read out of pages")
                .register(registry);
        this.parsing = Timer.builder("jdfwire.parse")
                .description("Time from a page's bytes to its topics")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10))
                .register(registry);
        pages("parsed", "none");
        pages("malformed", "none");
        pages("canary", "none");
        for (RejectReason reason : RejectReason.values()) {
            pages("rejected", reason.text());
        }
    }

    /** Takes a batch; its canaries are not counted in the stage. */
    StageMeters.Work take(List<PageRecord> batch) {
        return stage.take(
                (int) batch.stream().filter(record -> !record.isCanary()).count());
    }

    /** Times one page. */
    <T> T timed(Supplier<T> parse) {
        Timer.Sample sample = Timer.start(registry);
        try {
            return parse.get();
        } finally {
            sample.stop(parsing);
        }
    }

    void parsed(ParseResult.Parsed parsed) {
        pages("parsed", "none").increment();
        stage.handOn(1);
        topics.increment(parsed.topics().size());
        fillRates.count(parsed);
    }

    void rejected(RejectReason reason) {
        pages("rejected", reason.text()).increment();
        stage.reject();
    }

    /** A record that is no page event: nothing can be said of it but where it stands. */
    void malformed() {
        pages("malformed", "none").increment();
        stage.reject();
    }

    /** A canary; what was read out of it is for its receiver to judge. */
    void canary() {
        pages("canary", "none").increment();
    }

    private Counter pages(String outcome, String reason) {
        return Counter.builder(PAGES)
                .description("Pages by what became of them")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry);
    }
}
