package org.jdfwire.standalone.fleet;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client comes and goes, each time to the other store, until it has everything and left often enough. */
final class Visits {
    private static final long APART_MILLIS = 50;

    private final ResumingClient client;
    private final List<String> stores;
    private final int leaves;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Stay stay;
    private int made;
    private int left;
    private int broken;

    private Visits(ResumingClient client, List<String> stores, int leaves) {
        this.client = client;
        this.stores = stores;
        this.leaves = leaves;
        stay = anyStay();
    }

    /** @param leaves how often the client leaves in the middle, at least */
    static Visits begin(ResumingClient client, List<String> stores, int leaves, ScheduledExecutorService threads) {
        Visits visits = new Visits(client, stores, leaves);
        var next = threads.scheduleWithFixedDelay(visits::next, 0, APART_MILLIS, TimeUnit.MILLISECONDS);
        visits.end.whenComplete((done, failure) -> next.cancel(false));
        return visits;
    }

    ResumingClient client() {
        return client;
    }

    /** Returns when the client has everything; throws what failed. */
    void await(long minutes) throws ExecutionException, InterruptedException {
        try {
            end.get(minutes, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new AssertionError(this + " after " + minutes + " minutes", e);
        }
    }

    /** Returns how often the client left in the middle, of itself or because the store was gone. */
    int left() {
        return left;
    }

    @Override
    public String toString() {
        return String.format(
                "%s: %d told, %d visits, %d left in the middle, %d found nobody or were broken off",
                client, client.seen().size(), made, left, broken);
    }

    private void next() {
        String store = stores.get(made % stores.size());
        made++;
        try {
            // what a visit that had nothing more to read leaves of its stay is the next one's
            client.visit(store, stay);
        } catch (Stay.Over gone) {
            left++;
            stay = anyStay();
        } catch (IOException e) {
            broken++;
        } catch (RuntimeException | AssertionError e) {
            end.completeExceptionally(e);
            return;
        }
        if (client.isComplete() && left >= leaves) {
            end.complete(null);
        } else if (client.isComplete()) {
            client.beginAgain();
        }
    }

    private Stay anyStay() {
        return new Stay(ThreadLocalRandom.current().nextInt(client.most()));
    }
}
