package org.jdfwire.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.filter.TopicFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several instances send to the same subscriptions, and no two at once to one. */
class SharingTest {
    private final WebhookRig rig = new WebhookRig();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        rig.close();
    }

    @Test
    void instancesThatCompeteSendEachChangeOnceInOrderAndOneAtATime() throws Exception {
        List<Change> changes = rig.record(120);
        String id = rig.subscribe(TopicFilter.ALL).subscription().id();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Deliveries sender = rig.instance("instance-" + i);
            running.add(threads.submit(() -> {
                while (rig.find(id).position().isBefore(changes.get(119).cursor())) {
                    sender.turn(id);
                }
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }

        assertThat(rig.receiver.ids())
                .containsExactlyElementsOf(changes.stream()
                        .map(change -> "msg_" + id + '_' + change.cursor())
                        .toList());
        assertThat(rig.receiver.mostOpen()).isEqualTo(1);
    }

    @Test
    void anotherTakesOverWhenTheLeaseOfOneThatDiedIsOver() {
        rig.record(2);
        String id = rig.subscribe(TopicFilter.ALL).subscription().id();
        Deliveries dead = rig.instance("dead");
        Deliveries other = rig.instance("other");
        rig.subscriptions.update(
                id, found -> found.with(new Lease("dead", rig.clock.instant().plus(dead.lease()))));

        other.turn(id);
        rig.clock.pass(dead.lease().minusMillis(1));
        other.turn(id);
        assertThat(rig.receiver.contacts()).isZero();
        rig.clock.pass(Duration.ofMillis(1));
        other.turn(id);
        assertThat(rig.receiver.requests()).hasSize(2);
    }

    @Test
    void whoLostTheLeaseMeanwhileWritesNothingDownAndSendsNoMore() throws Exception {
        List<Change> changes = rig.record(3);
        String id = rig.subscribe(TopicFilter.ALL).subscription().id();
        Deliveries slow = rig.instance("slow");
        Deliveries other = rig.instance("other");
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        // as if the slow one had been stopped by its machine for longer than a lease, with its message on the way
        rig.receiver.next(out -> {
            reached.countDown();
            goOn.await();
            Receiver.TAKEN.to(out);
        });
        Future<?> turn = threads.submit(() -> slow.turn(id));
        reached.await();
        rig.clock.pass(slow.lease());
        rig.receiver.next(Receiver.status("500 Oops", ""));
        other.turn(id);
        goOn.countDown();
        turn.get();

        String first = "msg_" + id + '_' + changes.get(0).cursor();
        assertThat(rig.receiver.ids()).containsExactly(first, first);
        assertThat(rig.find(id).progress().failures()).isEqualTo(1);
        assertThat(rig.find(id).progress().lastFailure()).isEqualTo("status 500");
    }

    @Test
    void aLongTurnRenewsItsLeaseBeforeAnAttemptCouldOutlastIt() {
        rig.record(3);
        String id = rig.subscribe(TopicFilter.ALL).subscription().id();
        Deliveries sender = rig.instance("a");
        Duration longest = sender.lease().dividedBy(3);
        List<Duration> left = new ArrayList<>();
        Receiver.Reply look = out -> {
            left.add(Duration.between(rig.clock.instant(), rig.find(id).lease().until()));
            rig.clock.pass(longest);
            Receiver.TAKEN.to(out);
        };
        rig.receiver.next(look, look, look);

        sender.turn(id);

        assertThat(left).hasSize(3).allSatisfy(each -> assertThat(each).isGreaterThan(longest.multipliedBy(2)));
    }

    @Test
    void updatesOfManyAtOnceAreAllKept() throws Exception {
        String id = rig.subscribe(TopicFilter.ALL).subscription().id();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(threads.submit(() -> {
                for (int n = 0; n < 50; n++) {
                    rig.subscriptions.update(
                            id, found -> found.with(found.progress().attempted()));
                }
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }

        assertThat(rig.find(id).progress().attempts()).isEqualTo(400);
        assertThat(rig.find(id).revision()).isEqualTo(400);
    }
}
