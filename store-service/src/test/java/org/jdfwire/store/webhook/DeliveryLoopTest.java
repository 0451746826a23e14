package org.jdfwire.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.filter.FilterFields;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.live.LiveChange;
import org.jdfwire.store.live.LiveTail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryLoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebhookRig rig = new WebhookRig();
    private final LiveTail tail = new LiveTail(64);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Deliveries deliveries = rig.instance("a");
    private final DeliveryLoop loop = loop();

    @AfterEach
    void stop() {
        loop.stop();
        rig.close();
    }

    @Test
    void looksNotAtEachChangeWhileThereIsNobodyToSendItTo() throws Exception {
        loop.start();
        long before = completed();
        for (Change change : rig.record(30)) {
            happen(change);
            // so that each of them would be a look of its own
            settle();
        }

        assertThat(completed() - before - 30).as("looks").isLessThan(5);
    }

    @Test
    void sendsAtOnceWhatComesWhileThereIsSomebody() {
        rig.subscribe(TopicFilter.ALL);
        loop.start();
        List<Change> changes = rig.record(3);
        changes.forEach(this::happen);

        Awaitility.await().atMost(PATIENCE).until(() -> rig.receiver.requests().size() == 3);
    }

    @Test
    void sendsToOneThatIsMadeLater() {
        loop.start();
        rig.record(2);
        rig.subscribe(TopicFilter.ALL);
        loop.wake();

        Awaitility.await().atMost(PATIENCE).until(() -> rig.receiver.requests().size() == 2);
    }

    private DeliveryLoop loop() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        DueLook due = new DueLook(rig.subscriptions, rig.journal, deliveries, threads, rig.clock);
        return new DeliveryLoop(due, deliveries, tail, timer, threads, rig.clock, PATIENCE);
    }

    private void happen(Change change) {
        tail.append(new LiveChange(change.cursor(), new byte[0], 0), () -> FilterFields.of(change));
    }

    /** Returns how many tasks the loop has done, when it has done those that it had. */
    private long completed() throws InterruptedException, ExecutionException {
        settle();
        return timer.getCompletedTaskCount();
    }

    private void settle() throws InterruptedException, ExecutionException {
        timer.submit(() -> {}).get();
    }
}
