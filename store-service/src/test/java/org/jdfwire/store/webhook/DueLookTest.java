package org.jdfwire.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.jdfwire.store.filter.TopicFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueLookTest {
    private final WebhookRig rig = new WebhookRig();
    private final List<Runnable> begun = new ArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final DueLook due = new DueLook(rig.subscriptions, rig.journal, rig.instance("a"), begun::add, rig.clock);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void looksRarelyWhereThereIsNothingToSend() {
        rig.subscribe(TopicFilter.ALL);

        assertThat(look()).isEqualTo(rig.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(begun).isEmpty();
    }

    @Test
    void givesEachOneTurnAtATimeAndSaysWhenItEnded() {
        rig.record(1);
        rig.subscribe(TopicFilter.ALL);
        rig.subscribe(TopicFilter.ALL);

        look();
        look();
        assertThat(begun).hasSize(2);
        begun.forEach(Runnable::run);
        assertThat(ended).hasValue(2);
        assertThat(rig.receiver.requests()).hasSize(2);
        look();
        assertThat(begun).as("nothing is left").hasSize(2);
    }

    @Test
    void looksAgainWhenARetryIsDue() {
        rig.record(1);
        rig.subscribe(TopicFilter.ALL);
        rig.receiver.next(Receiver.status("500 Oops", ""));
        look();
        begun.remove(0).run();

        assertThat(look()).isEqualTo(rig.clock.instant().plusSeconds(5));
        assertThat(due.failing()).isEqualTo(1);
        assertThat(begun).isEmpty();
        rig.clock.pass(Duration.ofSeconds(5));
        look();
        assertThat(begun).hasSize(1);
        begun.remove(0).run();
        look();
        assertThat(due.failing()).as("taken at last").isZero();
    }

    @Test
    void looksAgainWhenTheLeaseOfAnotherIsOver() {
        rig.record(1);
        String id = rig.subscribe(TopicFilter.ALL).subscription().id();
        Instant until = rig.clock.instant().plusSeconds(100);
        rig.subscriptions.update(id, found -> found.with(new Lease("another", until)));

        assertThat(look()).isEqualTo(until);
        rig.clock.set(until);
        look();
        assertThat(begun).hasSize(1);
    }

    @Test
    void countsThoseThatAreNotActiveAndSendsThemNothing() {
        rig.record(1);
        rig.subscribe(TopicFilter.ALL);
        String id = rig.subscribe(TopicFilter.ALL).subscription().id();
        rig.webhooks().pause(id, "ops");

        look();

        assertThat(begun).hasSize(1);
        assertThat(due.count(Status.State.ACTIVE)).isEqualTo(1);
        assertThat(due.count(Status.State.PAUSED)).isEqualTo(1);
        assertThat(due.count(Status.State.DISABLED)).isZero();
    }

    @Test
    void oneWhoseTurnFailsWaitsAndHoldsUpNoOther() {
        rig.record(1);
        String broken = rig.subscribe(TopicFilter.ALL).subscription().id();
        String whole = rig.subscribe(TopicFilter.ALL).subscription().id();
        SecretBox other = new SecretBox(new SecretKeySpec(new byte[16], "AES"));
        rig.subscriptions.update(
                broken,
                found -> found.with(
                        List.of(new SealedSecret(other.seal(broken, new byte[32]), rig.clock.instant(), null))));
        look();
        begun.forEach(Runnable::run);

        assertThat(rig.receiver.ids()).singleElement().asString().startsWith("msg_" + whole);
        begun.clear();
        assertThat(look()).isEqualTo(rig.clock.instant().plusSeconds(60));
        assertThat(begun).isEmpty();
        rig.clock.pass(Duration.ofSeconds(60));
        look();
        assertThat(begun).hasSize(1);
    }

    private Instant look() {
        return due.look(ended::incrementAndGet);
    }
}
