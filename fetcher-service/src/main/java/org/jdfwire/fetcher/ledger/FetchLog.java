package org.jdfwire.fetcher.ledger;

import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.page.FetchRecord;

/** Where the ledger is kept. */
public interface FetchLog {
    /**
     * Ends whatever a predecessor left unfinished, then reads what was recorded.
     *
     * @return the newest record of each canonical URL
     */
    Map<String, FetchRecord> readAll();

    /** Writes all entries or none; when it throws, which of the two is not known. */
    void append(List<Entry> entries);
}
