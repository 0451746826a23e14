package org.jdfwire.contracts.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers {@code traceparent} and {@code tracestate} of W3C Trace Context, as they travel on Kafka. */
final class TraceHeaders {
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Map<String, String>> BY_NAME = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    };

    private TraceHeaders() {}

    /** Returns the context that the headers name, or null where they name none that can be read. */
    static @Nullable Context read(Map<String, String> headers) {
        Context context = W3C.extract(Context.root(), headers, BY_NAME);
        return Span.fromContext(context).getSpanContext().isValid() ? context : null;
    }

    static Map<String, String> write(Span span) {
        Map<String, String> headers = new LinkedHashMap<>();
        W3C.inject(Context.root().with(span), headers, (carrier, name, value) -> headers.put(name, value));
        return headers;
    }
}
