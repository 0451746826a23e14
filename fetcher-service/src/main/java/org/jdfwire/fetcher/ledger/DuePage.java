package org.jdfwire.fetcher.ledger;

import java.time.Instant;
import org.jdfwire.contracts.page.FetchRecord;

/**
 * A page to ask for next.
 *
 * @param record what is known of it
 * @param host whom to ask
 * @param readyAt when it is due and its host may be asked: a host that asked us to come back later (429 or 503 with
 *     Retry-After, whatever the page) or that challenged the source is left alone until then
 */
public record DuePage(FetchRecord record, String host, Instant readyAt) {
    /** Returns the same page, not ready before that time. */
    public DuePage notBefore(Instant time) {
        return readyAt.isBefore(time) ? new DuePage(record, host, time) : this;
    }

    /** Whether an operator wishes to have it at once. */
    public boolean isWished() {
        return record.pollRequestedAt() != null;
    }

    /** Whether it was never asked for. */
    public boolean isNew() {
        return record.outcome() == null;
    }
}
