package org.jdfwire.store.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.TopicJournal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once at all subscriptions and gives those a turn that have something to be sent. */
final class DueLook {
    private static final Logger log = LoggerFactory.getLogger(DueLook.class);
    /** The next look where nothing is due: an operator may have spoken to an instance that then died. */
    private static final Duration RARELY = Duration.ofMinutes(15);

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    private final Subscriptions subscriptions;
    private final TopicJournal journal;
    private final Deliveries deliveries;
    private final Executor threads;
    private final InstantSource clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> heldBack = new ConcurrentHashMap<>();
    private volatile Map<Status.State, Integer> counts = Map.of();
    private volatile int failing;

    DueLook(
            Subscriptions subscriptions,
            TopicJournal journal,
            Deliveries deliveries,
            Executor threads,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.journal = journal;
        this.deliveries = deliveries;
        this.threads = threads;
        this.clock = clock;
    }

    /** Returns how many subscriptions of a state there were at the last look. */
    int count(Status.State state) {
        return counts.getOrDefault(state, 0);
    }

    /** Returns how many of the active ones had something due at the last look that was tried and not taken. */
    int failing() {
        return failing;
    }

    /**
     * Gives turns.
     *
     * @param whenTurnEnds called after each of them, for there may be more to do
     * @return when to look again, if nothing happens before
     */
    Instant look(Runnable whenTurnEnds) {
        Instant now = clock.instant();
        Instant next = now.plus(RARELY);
        Map<Status.State, Integer> found = new EnumMap<>(Status.State.class);
        Map<String, Instant> later = new HashMap<>();
        int refused = 0;
        JournalEnd end = journal.end();
        for (Subscription subscription : subscriptions.all()) {
            found.merge(subscription.status().state(), 1, Integer::sum);
            if (subscription.status().isActive() && subscription.progress().failures() > 0) {
                refused++;
            }
            boolean hasWork = subscription.status().isActive()
                    && end != null
                    && subscription.position().isBefore(end.cursor());
            Instant due = hasWork ? dueAt(subscription, now) : null;
            if (due == null) {
                continue;
            }
            if (due.isAfter(now)) {
                later.put(subscription.id(), due);
            } else {
                begin(subscription.id(), whenTurnEnds);
            }
        }
        counts = found;
        failing = refused;
        for (Instant due : later.values()) {
            next = due.isBefore(next) ? due : next;
        }
        return next;
    }

    /** Returns when its turn can begin; null while it has one here, whose end is told. */
    private @Nullable Instant dueAt(Subscription subscription, Instant now) {
        if (running.contains(subscription.id())) {
            return null;
        }
        Instant due = now;
        Lease lease = subscription.lease();
        Instant nextAttempt = subscription.progress().nextAttemptAt();
        Instant fault = heldBack.get(subscription.id());
        if (nextAttempt != null && nextAttempt.isAfter(due)) {
            due = nextAttempt;
        }
        if (lease != null && lease.until().isAfter(due)) {
            due = lease.until();
        }
        return fault != null && fault.isAfter(due) ? fault : due;
    }

    private void begin(String id, Runnable whenTurnEnds) {
        if (!running.add(id)) {
            return;
        }
        threads.execute(() -> {
            try {
                deliveries.turn(id);
                heldBack.remove(id);
            } catch (RuntimeException e) {
                // MongoDB, or a key that opens nothing: the others go on, and this one is tried again
                log.error("Webhook {} has to wait for {}", id, AFTER_A_FAULT, e);
                heldBack.put(id, clock.instant().plus(AFTER_A_FAULT));
            } finally {
                running.remove(id);
                whenTurnEnds.run();
            }
        });
    }
}
