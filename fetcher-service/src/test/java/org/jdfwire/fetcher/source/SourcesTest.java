package org.jdfwire.fetcher.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdfwire.contracts.page.PollRequested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What liveness asks: trouble passes, a thread that is gone does not come back. */
class SourcesTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private Sources sources;

    @AfterEach
    void stop() {
        sources.stop();
    }

    @Test
    void areAliveWhileStepsFailAndAreDoneAgain() {
        Troubled source = new Troubled(() -> {
            throw new IOException("Kafka is away");
        });
        start(source);
        await().atMost(SOON).until(() -> source.steps.get() >= 2);
        assertThat(sources.isAlive()).isTrue();
    }

    @Test
    void areNotAliveOnceOneOfThemHasLostItsThread() {
        Troubled well = new Troubled(() -> {});
        start(well, new Troubled(() -> {
            throw new StackOverflowError("as a broken parser of links might");
        }));
        // the thread ends with an error that is looked for, here of all places
        await().dontCatchUncaughtExceptions().atMost(SOON).until(() -> !sources.isAlive());
        int before = well.steps.get();
        await("the other goes on").dontCatchUncaughtExceptions().atMost(SOON).until(() -> well.steps.get() > before);
    }

    private void start(Source... all) {
        sources = new Sources(List.of(all), () -> {}, () -> {}, () -> {}, new StopSignal());
        sources.start();
    }

    private interface Trouble {
        void begins() throws IOException;
    }

    /** A source that has trouble at each step. */
    private static final class Troubled implements Source {
        private final Trouble trouble;
        private final AtomicInteger steps = new AtomicInteger();

        private Troubled(Trouble trouble) {
            this.trouble = trouble;
        }

        @Override
        public String name() {
            return "sample";
        }

        @Override
        public void pollNow(PollRequested wish) {}

        @Override
        public Duration step() throws IOException {
            steps.incrementAndGet();
            trouble.begins();
            return Duration.ofMillis(10);
        }
    }
}
