package org.jdfwire.contracts.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import java.util.function.Supplier;
import org.jdfwire.contracts.page.PageRef;
import org.slf4j.MDC;

/** One step of a page's way: it lasts until it is closed, and what is logged within it bears its trace's id. */
public final class PageSpan implements AutoCloseable {
    /** The step of a page that nobody traces. */
    public static final PageSpan NONE = new PageSpan(Span.getInvalid());

    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";

    private final Span span;
    private final Map<String, String> headers;

    PageSpan(Span span) {
        this.span = span;
        this.headers = span.getSpanContext().isValid() ? Map.copyOf(TraceHeaders.write(span)) : Map.of();
    }

    /** Returns what a message that comes of this step must have among its headers; none where nothing is traced. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Tells which page it is. */
    public PageSpan about(PageRef page) {
        span.setAttribute("jdfwire.page.url", page.url());
        span.setAttribute("jdfwire.page.version", page.version());
        return this;
    }

    /** Tells what became of the page, such as {@code parsed}, and how many topics or changes that is. */
    public void became(String outcome, int count) {
        span.setAttribute("jdfwire.outcome", outcome);
        span.setAttribute("jdfwire.count", count);
    }

    /** Marks it as failed; only the sort of the failure is told, for its message could be anything. */
    public void failed(Throwable failure) {
        span.setStatus(StatusCode.ERROR, failure.getClass().getName());
    }

    /** Runs something within it. */
    public void within(Runnable work) {
        within(() -> {
            work.run();
            return true;
        });
    }

    /** Runs something within it and returns what that returns. */
    public <T> T within(Supplier<T> work) {
        if (headers.isEmpty()) {
            return work.get();
        }
        MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
        MDC.put(SPAN_ID, span.getSpanContext().getSpanId());
        try {
            return work.get();
        } finally {
            MDC.remove(TRACE_ID);
            MDC.remove(SPAN_ID);
        }
    }

    @Override
    public void close() {
        span.end();
    }
}
