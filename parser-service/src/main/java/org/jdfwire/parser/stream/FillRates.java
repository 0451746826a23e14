package org.jdfwire.parser.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.topic.Confidence;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.ParseResult;
import org.jdfwire.parser.era.Layout;
import org.jdfwire.parser.era.Layouts;
import org.jdfwire.parser.feed.FeedParser;

/**
 * Counts, layout by layout, which fields topics have and what was counted for the confidence in their pages, so that an
 * alert can fire when a layout drifts from what it was last month.
 *
 * <p>Of each layout and field, {@code filled="true"} and {@code filled="false"} add up to its topics. Layouts and fields
 * are a few dozen names of the parser's own.
 */
final class FillRates {
    private static final List<String> FIELDS =
            List.of("occurred", "countries", "people", "organizations", "kind", "images");

    private final MeterRegistry registry;

    /** Every counter begins with 0 at once: where its first value were its first sample, no increase would be seen. */
    FillRates(MeterRegistry registry) {
        this.registry = registry;
        for (Layout layout : Layouts.ALL) {
            register(layout.name());
        }
        register(FeedParser.LAYOUT);
    }

    private void register(String layout) {
        for (String field : FIELDS) {
            field(layout, field, true);
            field(layout, field, false);
        }
    }

    void count(ParseResult.Parsed parsed) {
        String layout = parsed.manifest().parser().layout();
        for (Topic topic : parsed.topics()) {
            fields(topic)
                    .forEach((field, filled) -> field(layout, field, filled).increment());
        }
        Confidence confidence = parsed.manifest().confidence();
        if (confidence != null) {
            summary(layout).record(confidence.score());
            for (Confidence.Measure measure : confidence.measures()) {
                measured(layout, measure.name(), true, measure.found());
                measured(layout, measure.name(), false, measure.of() - measure.found());
            }
        }
    }

    private static Map<String, Boolean> fields(Topic topic) {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        fields.put("occurred", !topic.occurred().isEmpty());
        fields.put("countries", !topic.countries().isEmpty());
        fields.put("people", !topic.people().isEmpty());
        fields.put("organizations", !topic.organizations().isEmpty());
        fields.put("kind", topic.kind() != Kind.OTHER);
        fields.put("images", !topic.images().isEmpty());
        return fields;
    }

    private Counter field(String layout, String field, boolean filled) {
        return Counter.builder("jdfwire.parser.fields")
                .description("Topics by whether a field was filled")
                .tags("layout", layout, "field", field, "filled", String.valueOf(filled))
                .register(registry);
    }

    private DistributionSummary summary(String layout) {
        return DistributionSummary.builder("jdfwire.parser.confidence")
                .description("How sure the parser was of the pages it accepted, 0 to 1")
                .tag("layout", layout)
                .serviceLevelObjectives(0.65, 0.75, 0.85, 0.95, 1)
                .register(registry);
    }

    private void measured(String layout, String measure, boolean found, int count) {
        Counter.builder("jdfwire.parser.measured")
                .description("What was counted for the confidence, by whether it was found")
                .tags("layout", layout, "measure", measure, "found", String.valueOf(found))
                .register(registry)
                .increment(count);
    }
}
