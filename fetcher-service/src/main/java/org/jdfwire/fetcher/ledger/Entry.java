package org.jdfwire.fetcher.ledger;

import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.trace.PageSpan;
import org.jdfwire.fetcher.source.Capture;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt writes: the new record of its URL and, exactly where the bytes are new, the page.
 *
 * @param record what is known of the URL from now on
 * @param outcome how the attempt ended, or null where there was none, only a link or an operator's wish
 * @param page the new version, or null
 * @param body the bytes of the new version, or null
 * @param span the step of the page's trace that this is
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of pages are passed on, never compared
public record Entry(
        FetchRecord record,
        @Nullable Outcome outcome,
        @Nullable PageFetched page,
        byte @Nullable [] body,
        PageSpan span) {
    /** What nobody traces. */
    public Entry(FetchRecord record, @Nullable Outcome outcome, @Nullable PageFetched page, byte @Nullable [] body) {
        this(record, outcome, page, body, PageSpan.NONE);
    }

    /** Returns it as that step of a trace. */
    Entry within(PageSpan step) {
        return new Entry(record, outcome, page, body, step);
    }

    static Entry withPage(FetchRecord record, Capture capture, PageRef version) {
        PageFetched page = new PageFetched(
                version,
                capture.via(),
                capture.finalUrl(),
                capture.httpStatus(),
                capture.etag(),
                capture.lastModified(),
                capture.contentType());
        return new Entry(record, Outcome.FETCHED, page, capture.body());
    }

    static Entry withoutPage(FetchRecord record, @Nullable Outcome outcome) {
        return new Entry(record, outcome, null, null);
    }
}
