package org.jdfwire.fetcher.source;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says that the service stops; whoever waits, waits on it. Threads are not interrupted, for an interrupt in the middle
 * of a Kafka transaction leaves open whether it was written.
 */
public final class StopSignal {
    private final CountDownLatch latch = new CountDownLatch(1);

    /** Gives the signal, for good. */
    public void give() {
        latch.countDown();
    }

    public boolean isGiven() {
        return latch.getCount() == 0;
    }

    /** Waits that long, not at all if it is negative; throws {@link InterruptedException} once the service stops. */
    public void rest(Duration duration) throws InterruptedException {
        if (latch.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the service stops");
        }
    }
}
