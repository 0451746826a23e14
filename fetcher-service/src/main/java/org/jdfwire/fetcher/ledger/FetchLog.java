package org.jdfwire.fetcher.ledger;

import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.page.FetchRecord;

/**
 * Where the ledger is kept: a number of partitions, each with one writer at a time.
 *
 * <p>Whoever claims a partition last is its writer; an earlier one can no longer write to it, however long it was away.
 * Since the writer reads the partition after it has claimed it, it decides on all that was ever written.
 */
public interface FetchLog {
    /** Returns the partition in which a canonical URL is kept, the same for all URLs of its host; 0 or more. */
    int partition(String url);

    /**
     * Becomes a partition's only writer: cuts off the one before, ends what that left unfinished, then reads.
     *
     * @return the newest record of each canonical URL in the partition
     */
    Map<String, FetchRecord> claim(int partition);

    /**
     * Writes all entries or none; when it throws, which of the two is not known, and the partition must be claimed
     * again.
     *
     * @throws RuntimeException also when another has claimed the partition since
     */
    void append(int partition, List<Entry> entries);
}
