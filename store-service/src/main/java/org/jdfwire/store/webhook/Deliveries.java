package org.jdfwire.store.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to one subscription what it has not had: one change after the other, each again until it is taken.
 *
 * <p>Only the holder of the lease sends, and nothing is begun that could outlast it; so no two instances send at once
 * while their clocks differ by less than the longest attempt. What was sent and not written down, because the instance
 * died in between, is sent again under the same id.
 */
final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final int READ_AT_ONCE = 16;
    /** Then others have their turn. */
    private static final int MOST_IN_A_TURN = 128;

    private final Subscriptions subscriptions;
    private final TopicJournal journal;
    private final Horizons horizons;
    private final Attempts attempts;
    private final RetrySchedule schedule;
    private final InstantSource clock;
    private final String instance;
    private volatile boolean stopping;

    /** @param instance tells this one from the others */
    Deliveries(
            Subscriptions subscriptions,
            TopicJournal journal,
            Horizons horizons,
            Attempts attempts,
            RetrySchedule schedule,
            InstantSource clock,
            String instance) {
        this.subscriptions = subscriptions;
        this.journal = journal;
        this.horizons = horizons;
        this.attempts = attempts;
        this.schedule = schedule;
        this.clock = clock;
        this.instance = instance;
    }

    /** Returns for how long a lease is taken. */
    Duration lease() {
        return attempts.longest().multipliedBy(3);
    }

    /** Begins nothing any more. */
    void stop() {
        stopping = true;
    }

    /** Sends until there is nothing, it fails, it is another's turn or somebody else sends. */
    void turn(String id) {
        Instant now = clock.instant();
        Subscription mine =
                subscriptions.update(id, found -> found.isFree(now) && found.isDue(now) ? leased(found) : null);
        if (mine == null) {
            return;
        }
        try {
            for (int sent = 0; mine != null && sent < MOST_IN_A_TURN; sent += READ_AT_ONCE) {
                mine = sendSome(mine);
            }
        } finally {
            subscriptions.update(id, found -> found.isHeldBy(instance) ? found.free() : null);
        }
    }

    private @Nullable Subscription sendSome(Subscription from) {
        Position at = from.position();
        JournalEnd end = journal.end();
        if (end == null || !at.isBefore(end.cursor())) {
            return null;
        }
        List<JournalEntry> entries = journal.read(at, end.cursor(), from.filter(), READ_AT_ONCE);
        // looked at afterwards, since a trim moves the horizon before it removes anything
        Horizon horizon = horizons.load();
        if (horizon != null && horizon.cuts(at)) {
            pause(from, at, "changes that it has not had were trimmed; replay from " + horizon.last() + " or later");
            return null;
        }
        Subscription mine = from;
        for (JournalEntry entry : entries) {
            mine = send(mine, entry);
            if (mine == null || !mine.position().equals(Position.after(entry.cursor()))) {
                return mine;
            }
        }
        if (entries.size() == READ_AT_ONCE || !mine.position().isBefore(end.cursor())) {
            return mine;
        }
        // its filter held the others back
        return at(
                mine,
                mine.position(),
                found -> found.with(found.progress().at(end.cursor().value())));
    }

    /** Returns the subscription after one attempt; null where no other may follow now. */
    private @Nullable Subscription send(Subscription before, JournalEntry entry) {
        Position at = before.position();
        Subscription mine = stopping ? null : withTime(before);
        if (mine == null || !mine.isDue(clock.instant()) || !mine.position().equals(at)) {
            return null;
        }
        Result result = attempts.make(mine, Message.of(mine.id(), entry));
        Instant now = clock.instant();
        Subscription after = held(mine.id(), found -> {
            Subscription counted = found.with(found.progress().attempted());
            // an operator may have moved it meanwhile
            return found.position().equals(at) ? concluded(counted, entry, result, now) : counted;
        });
        if (after != null && mine.status().isActive() && !after.status().isActive()) {
            log.warn(
                    "Webhook {} is {}: {}",
                    after.id(),
                    after.status().state().text(),
                    after.status().reason());
        }
        return after != null && after.isDue(now) ? after : null;
    }

    private Subscription concluded(Subscription found, JournalEntry entry, Result result, Instant now) {
        Progress progress = found.progress();
        if (result.isDelivered()) {
            return found.with(progress.at(entry.cursor().value()));
        }
        int failures = progress.failures() + 1;
        Instant next = schedule.next(now, failures, result.retryAfter());
        Subscription failed = found.with(progress.failed(now, next, result.detail()));
        if (!found.status().isActive()) {
            return failed;
        }
        if (result.outcome() == Outcome.GONE) {
            return failed.with(Status.disabled("the receiver answered 410 Gone at change " + entry.cursor(), now));
        }
        if (next == null) {
            return failed.with(Status.paused(
                    "change " + entry.cursor() + " was not taken in " + failures + " attempts since "
                            + failed.progress().failingSince() + "; the last: " + result.detail(),
                    now));
        }
        return failed;
    }

    private void pause(Subscription mine, Position at, String reason) {
        at(mine, at, found -> found.with(Status.paused(reason, clock.instant())));
    }

    /** Changes a subscription that still stands there; one that was moved stays as it is. */
    private @Nullable Subscription at(Subscription mine, Position at, UnaryOperator<Subscription> step) {
        return held(mine.id(), found -> found.position().equals(at) ? step.apply(found) : found);
    }

    /** Changes a subscription that is still held; null where it is not. */
    private @Nullable Subscription held(String id, UnaryOperator<Subscription> step) {
        return subscriptions.update(id, found -> found.isHeldBy(instance) ? step.apply(found) : null);
    }

    /** Returns the subscription with a lease that no attempt outlasts; null where another has it. */
    private @Nullable Subscription withTime(Subscription mine) {
        Lease lease = mine.lease();
        Instant needed = clock.instant().plus(attempts.longest().multipliedBy(2));
        return lease != null && lease.until().isAfter(needed) ? mine : held(mine.id(), this::leased);
    }

    private Subscription leased(Subscription found) {
        return found.with(new Lease(instance, clock.instant().plus(lease())));
    }
}
