package org.jdfwire.contracts.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdfwire.contracts.page.PageRef;
import org.jspecify.annotations.Nullable;

/**
 * Follows pages through one service.
 *
 * <p>A trace begins where a page is published and goes on in each service that takes a message with its
 * {@code traceparent} (W3C Trace Context), record by record: a batch has as many parents as pages. Messages without one are
 * not traced. A span tells the page's URL and version and what became of it, never bytes, texts or secrets.
 *
 * <p>Off, it makes no span and no thread, but still hands on a trace that a message brings.
 */
public final class PageTraces implements AutoCloseable {
    /** Where nothing is traced. */
    public static final PageTraces OFF = new PageTraces(OpenTelemetry.noop(), () -> {});

    private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
    private static final String TRACES_ENDPOINT = "otel.exporter.otlp.traces.endpoint";
    private static final String DISABLED = "otel.sdk.disabled";

    private final Tracer tracer;
    private final Runnable close;

    private PageTraces(OpenTelemetry telemetry, Runnable close) {
        this.tracer = telemetry.getTracer("org.jdfwire");
        this.close = close;
    }

    /** Makes spans with it; it stays the caller's to close. */
    public static PageTraces with(OpenTelemetry telemetry) {
        return new PageTraces(telemetry, () -> {});
    }

    /**
     * Traces as OpenTelemetry's own environment variables say ({@code OTEL_EXPORTER_OTLP_ENDPOINT} and the others of its
     * specification), over OTLP/HTTP; {@link #OFF} where they name no collector.
     *
     * @param service its name in the traces, where {@code OTEL_SERVICE_NAME} gives no other
     * @param settings a setting's value by its name, such as {@code otel.exporter.otlp.endpoint}, null or blank where there
     *     is none
     */
    public static PageTraces configured(String service, Function<String, @Nullable String> settings) {
        Map<String, String> collector = new HashMap<>();
        for (String name : List.of(ENDPOINT, TRACES_ENDPOINT)) {
            String value = settings.apply(name);
            if (value != null && !value.isBlank()) {
                collector.put(name, value);
            }
        }
        if (collector.isEmpty() || Boolean.parseBoolean(settings.apply(DISABLED))) {
            return OFF;
        }
        Map<String, String> defaults = Map.of(
                "otel.service.name", service,
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none");
        var sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> defaults)
                .addPropertiesCustomizer(properties -> collector)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
        return new PageTraces(sdk, sdk::close);
    }

    /** Whether spans are made, and not only handed on. */
    public boolean isOn() {
        return this != OFF;
    }

    /** Begins the trace of a page that is about to be published. */
    public PageSpan begin(String step, PageRef page, Instant begunAt) {
        return span(step, Context.root(), builder -> builder.setStartTimestamp(begunAt), SpanKind.PRODUCER)
                .about(page);
    }

    /** Goes on with the trace that a message's headers name; {@link PageSpan#NONE} where they name none. */
    public PageSpan goOn(String step, Map<String, String> headers) {
        Context parent = TraceHeaders.read(headers);
        return parent == null ? PageSpan.NONE : span(step, parent, builder -> builder, SpanKind.CONSUMER);
    }

    /** Sends what is not sent yet, for ten seconds at most, and ends. */
    @Override
    public void close() {
        close.run();
    }

    private PageSpan span(String step, Context parent, UnaryOperator<SpanBuilder> more, SpanKind kind) {
        Span span = more.apply(tracer.spanBuilder(step).setParent(parent).setSpanKind(kind))
                .startSpan();
        return span.getSpanContext().isValid() ? new PageSpan(span) : PageSpan.NONE;
    }
}
