package org.jdfwire.standalone.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** One line that says how far a long piece of work is: done of all, how many a second, how many refused. */
public final class Progress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final PrintStream out;
    private final int all;
    private final Instant begun = Instant.now();
    private Instant lastLine = begun;

    /** Begins now. */
    public Progress(PrintStream out, int all) {
        this.out = out;
        this.all = all;
    }

    /** Says it, at most once in two seconds. */
    public void at(int done, int refused) {
        if (Duration.between(lastLine, Instant.now()).compareTo(BETWEEN_LINES) >= 0 && done < all) {
            say(done, refused);
        }
    }

    /** Says it for the last time. */
    public void end(int done, int refused) {
        say(done, refused);
    }

    private void say(int done, int refused) {
        lastLine = Instant.now();
        double seconds = Math.max(0.001, Duration.between(begun, lastLine).toMillis() / 1000.0);
        out.printf("%d of %d done, %d refused, %.0f/s%n", done, all, refused, done / seconds);
    }
}
