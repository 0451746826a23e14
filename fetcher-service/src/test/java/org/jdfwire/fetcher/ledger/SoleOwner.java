package org.jdfwire.fetcher.ledger;

import java.time.Instant;
import java.util.Set;

/** The only instance there is, with the only partition of {@link InMemoryLog}. */
public final class SoleOwner implements Ownership {
    private final Instant since;

    /** One who had it all along. */
    public SoleOwner() {
        this(Instant.EPOCH);
    }

    /** @param since when it got it */
    public SoleOwner(Instant since) {
        this.since = since;
    }

    @Override
    public void start() {}

    @Override
    public Set<Integer> held() {
        return Set.of(0);
    }

    @Override
    public Hold take(int partition) {
        return new Hold() {
            @Override
            public Instant since() {
                return since;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public boolean isCertain() {
        return true;
    }

    @Override
    public void close() {}
}
