package org.jdfwire.store.webhook;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdfwire.contracts.address.RefusedAddressException;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Position;
import org.jspecify.annotations.Nullable;

/** What operators do with subscriptions. */
public final class Webhooks {
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 12;
    private static final int MOST_SECRETS = 3;

    private final Subscriptions subscriptions;
    private final DeliveryLog deliveries;
    private final Attempts attempts;
    private final WebhookClient client;
    private final SecretBox box;
    private final int most;
    private final InstantSource clock;
    private final Runnable wake;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param most how many there may be
     * @param wake called when there may be something to send
     */
    Webhooks(
            Subscriptions subscriptions,
            DeliveryLog deliveries,
            Attempts attempts,
            WebhookClient client,
            SecretBox box,
            int most,
            InstantSource clock,
            Runnable wake) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.client = client;
        this.box = box;
        this.most = most;
        this.clock = clock;
        this.wake = wake;
    }

    /** A subscription and its new secret, {@code whsec_…}; nothing shows the secret again. */
    public record WithSecret(Subscription subscription, String secret) {}

    /**
     * Makes a subscription.
     *
     * @param after the first change that is sent is the next one after this place
     * @param by name of the token
     * @throws IllegalArgumentException where the URL is none that can be asked
     * @throws RefusedAddressException where it must not be connected to
     * @throws WebhookRefusedException where there is no key, or there are too many
     */
    public WithSecret create(String url, String description, TopicFilter filter, Position after, String by)
            throws RefusedAddressException {
        check(url);
        requireKey();
        if (subscriptions.all().size() >= most) {
            throw new WebhookRefusedException(
                    "There are " + most + " subscriptions, as many as store.webhooks.most allows; delete one first");
        }
        String id = "sub_" + HexFormat.of().formatHex(bytes(ID_BYTES));
        byte[] secret = bytes(SECRET_BYTES);
        Instant now = now();
        Subscription made = new Subscription(
                id,
                0,
                url,
                description,
                filter,
                List.of(new SealedSecret(box.seal(id, secret), now, null)),
                Status.active(now),
                Progress.from(after.value()),
                null,
                now,
                by);
        subscriptions.add(made);
        wake.run();
        return new WithSecret(made, Signature.text(secret));
    }

    /** Returns all of them, the oldest first. */
    public List<Subscription> all() {
        return subscriptions.all();
    }

    /** Returns one, or null where there is none of that id. */
    public @Nullable Subscription find(String id) {
        return subscriptions.find(id);
    }

    /** Returns the last attempts of one, the newest first. */
    public List<Delivery> deliveries(String id) {
        return deliveries.of(id);
    }

    /** Sends nothing more, once the attempt at hand has ended; null where there is none of that id. */
    public @Nullable Subscription pause(String id, String by) {
        return subscriptions.update(id, found -> found.with(Status.paused("by " + by, now())));
    }

    /** Goes on at once from where it stands, whatever stopped it; null where there is none of that id. */
    public @Nullable Subscription resume(String id) {
        return restarted(id, found -> found.with(found.progress().unhindered()));
    }

    /** Sends again, or skips to, what comes after a place, under the same ids; null where there is none of that id. */
    public @Nullable Subscription replay(String id, Position after) {
        return restarted(id, found -> found.with(found.progress().at(after.value())));
    }

    /**
     * Gives it a new secret; null where there is none of that id.
     *
     * @param overlap for how long the one before signs as well
     * @throws WebhookRefusedException where there is no key
     */
    public @Nullable WithSecret rotate(String id, Duration overlap) {
        requireKey();
        byte[] secret = bytes(SECRET_BYTES);
        Instant now = now();
        Subscription rotated = subscriptions.update(id, found -> {
            List<SealedSecret> secrets = new ArrayList<>();
            secrets.add(new SealedSecret(box.seal(id, secret), now, null));
            for (SealedSecret old : found.secrets()) {
                Instant until = now.plus(overlap);
                until = old.until() != null && old.until().isBefore(until) ? old.until() : until;
                if (until.isAfter(now) && secrets.size() < MOST_SECRETS) {
                    secrets.add(new SealedSecret(old.sealed(), old.madeAt(), until));
                }
            }
            return found.with(secrets);
        });
        return rotated == null ? null : new WithSecret(rotated, Signature.text(secret));
    }

    /** Forgets it, its secrets and its log; false where there is none of that id. */
    public boolean delete(String id) {
        boolean removed = subscriptions.remove(id);
        deliveries.forget(id);
        return removed;
    }

    /** Sends a message of the type {@code test} once and waits for what comes of it. */
    public Result test(Subscription subscription) {
        requireKey();
        return attempts.make(
                subscription, Message.test(subscription.id(), HexFormat.of().formatHex(bytes(ID_BYTES)), now()));
    }

    private @Nullable Subscription restarted(String id, UnaryOperator<Subscription> step) {
        Subscription restarted = subscriptions.update(id, found -> {
            Subscription moved = step.apply(found);
            return moved.status().isActive() ? moved : moved.with(Status.active(now()));
        });
        wake.run();
        return restarted;
    }

    private void check(String url) throws RefusedAddressException {
        try {
            client.check(url);
        } catch (RefusedAddressException e) {
            throw e;
        } catch (IOException unknownNow) {
            // a name that leads nowhere yet leads to no refused address either; each attempt checks again
            return;
        }
    }

    private void requireKey() {
        if (!box.hasKey()) {
            throw new WebhookRefusedException("This store has no key to keep a secret with; set JDFWIRE_WEBHOOK_KEY to"
                    + " 32 bytes in Base64 (openssl rand -base64 32), the same on each instance");
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
