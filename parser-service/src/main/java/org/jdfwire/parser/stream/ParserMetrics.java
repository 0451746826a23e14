package org.jdfwire.parser.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.parser.ParseResult;

/**
 * Counts what became of pages: {@code taken in = parsed + rejected (over all reasons) + malformed}.
 *
 * <p>A batch that Kafka rolls back is parsed again and counted again.
 */
final class ParserMetrics {
    private static final String PAGES = "jdfwire.parsed";

    private final MeterRegistry registry;
    private final Counter topics;
    private final Timer parsing;
    private final FillRates fillRates;

    ParserMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.fillRates = new FillRates(registry);
        this.topics = Counter.builder("jdfwire.parsed.topics")
                .description("Topics read out of pages")
                .register(registry);
        this.parsing = Timer.builder("jdfwire.parse")
                .description("Time from a page's bytes to its topics")
                .publishPercentileHistogram()
                .register(registry);
        pages("parsed", "none");
        pages("malformed", "none");
        for (RejectReason reason : RejectReason.values()) {
            pages("rejected", reason.text());
        }
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
        topics.increment(parsed.topics().size());
        fillRates.count(parsed);
    }

    void rejected(RejectReason reason) {
        pages("rejected", reason.text()).increment();
    }

    /** A record that is no page event: nothing can be said of it but where it stands. */
    void malformed() {
        pages("malformed", "none").increment();
    }

    private Counter pages(String outcome, String reason) {
        return Counter.builder(PAGES)
                .description("Pages by what became of them")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry);
    }
}
