package org.jdfwire.bench.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does. */
public final class Waits {
    private static final long LOOK_NS = 50_000;

    private Waits() {}

    /** Returns after so many milliseconds. */
    public static void millis(long millis) {
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Returns when it is so; throws {@link IllegalStateException} where that takes too long. */
    public static void until(String what, Duration patience, BooleanSupplier so) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what + " took longer than " + patience);
            }
            LockSupport.parkNanos(LOOK_NS);
        }
    }
}
