package org.jdfwire.fetcher.ledger;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions of the ledger this instance polls for. A host's URLs are all in one partition, so that a host is
 * asked by one instance only.
 *
 * <p>Ownership keeps instances from asking for the same page; that nothing is published twice even so is the promise of
 * {@link FetchLog}.
 */
public interface Ownership extends AutoCloseable {
    /** Begins to ask for a share. */
    void start();

    /** Returns the partitions that are this instance's now. */
    Set<Integer> held();

    /**
     * Keeps a partition for the length of one attempt; it is not given up before the hold is closed, unless it is lost.
     *
     * @return null where the partition is not, or no longer certainly, this instance's
     */
    @Nullable
    Hold take(int partition);

    /** Whether it is certain what is this instance's, be it nothing; it is not while the group cannot be reached. */
    boolean isCertain();

    /** Gives up everything. */
    @Override
    void close();

    /** A partition that is kept. */
    interface Hold extends AutoCloseable {
        /** When this instance got it; what its predecessor did last was before. */
        Instant since();

        @Override
        void close();
    }
}
