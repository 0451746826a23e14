package org.jdfwire.store.webhook;

import java.time.Instant;
import java.util.List;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * Somebody who is sent changes, a document of the collection {@code subscriptions}.
 *
 * @param id {@code sub_} and random letters and digits
 * @param revision rises with each write; a write that does not know the last one does nothing
 * @param url where to
 * @param description for people
 * @param filter which changes
 * @param secrets the one in use first, then those that a rotation left valid for a while
 * @param status whether they are sent
 * @param progress how far it is
 * @param lease who may send now, or null for nobody
 * @param createdAt when it was made
 * @param createdBy name of the token
 */
@Document("subscriptions")
public record Subscription(
        @MongoId String id,
        long revision,
        String url,
        String description,
        TopicFilter filter,
        List<SealedSecret> secrets,
        Status status,
        Progress progress,
        @Nullable Lease lease,
        Instant createdAt,
        String createdBy) {

    /** Returns the place that it goes on from. */
    public Position position() {
        return new Position(progress.after());
    }

    boolean isFree(Instant now) {
        return lease == null || !lease.until().isAfter(now);
    }

    boolean isDue(Instant now) {
        Instant next = progress.nextAttemptAt();
        return status.isActive() && (next == null || !next.isAfter(now));
    }

    boolean isHeldBy(String holder) {
        return lease != null && lease.holder().equals(holder);
    }

    Subscription with(Status newStatus) {
        return new Subscription(
                id, revision, url, description, filter, secrets, newStatus, progress, lease, createdAt, createdBy);
    }

    Subscription with(Progress newProgress) {
        return new Subscription(
                id, revision, url, description, filter, secrets, status, newProgress, lease, createdAt, createdBy);
    }

    Subscription with(@Nullable Lease newLease) {
        return new Subscription(
                id, revision, url, description, filter, secrets, status, progress, newLease, createdAt, createdBy);
    }

    Subscription with(List<SealedSecret> newSecrets) {
        return new Subscription(
                id, revision, url, description, filter, newSecrets, status, progress, lease, createdAt, createdBy);
    }

    Subscription free() {
        return with((Lease) null);
    }

    Subscription next() {
        return new Subscription(
                id, revision + 1, url, description, filter, secrets, status, progress, lease, createdAt, createdBy);
    }
}
