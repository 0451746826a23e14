package org.jdfwire.fetcher.ledger;

import org.jdfwire.contracts.page.FetchRecord;

/**
 * How far a source is; the pages known are the sum of the three.
 *
 * @param done pages whose last attempt was a success
 * @param failed pages whose last attempt was none
 * @param open pages that nobody asked for yet
 */
public record Progress(int done, int failed, int open) {
    static final Progress NONE = new Progress(0, 0, 0);

    public int known() {
        return done + failed + open;
    }

    Progress plus(FetchRecord page) {
        if (page.outcome() == null) {
            return new Progress(done, failed, open + 1);
        }
        return page.outcome().isSuccess() ? new Progress(done + 1, failed, open) : new Progress(done, failed + 1, open);
    }
}
