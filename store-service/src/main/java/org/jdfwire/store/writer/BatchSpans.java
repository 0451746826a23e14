package org.jdfwire.store.writer;

import java.util.HashMap;
import java.util.Map;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.trace.PageSpan;
import org.jdfwire.contracts.trace.PageTraces;

/**
 * The spans of the batch at hand, one for each page that is traced; closing it ends them and leaves it ready for the next.
 *
 * <p>Not thread-safe: one consumer thread calls it.
 */
final class BatchSpans implements AutoCloseable {
    private final PageTraces traces;
    private final String step;
    private final Map<PageRef, PageSpan> open = new HashMap<>();

    BatchSpans(PageTraces traces, String step) {
        this.traces = traces;
        this.step = step;
    }

    /** Goes on with the trace of a page, of which the batch may have several messages. */
    void goOn(PageRef page, Map<String, String> headers) {
        open.computeIfAbsent(page, fresh -> traces.goOn(step, headers).about(fresh));
    }

    PageSpan of(PageRef page) {
        return open.getOrDefault(page, PageSpan.NONE);
    }

    /** Returns the headers of the trace that a change is part of; none where it was made by an earlier batch. */
    Map<String, String> headers(Change change) {
        return of(change.page()).headers();
    }

    @Override
    public void close() {
        open.values().forEach(PageSpan::close);
        open.clear();
    }
}
