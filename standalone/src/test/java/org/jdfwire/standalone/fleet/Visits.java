package org.jdfwire.standalone.fleet;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client comes and goes, each time to the other store, until it has everything. */
final class Visits {
    private static final long APART_MILLIS = 50;

    private final ResumingClient client;
    private final List<String> stores;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private int made;
    private int left;
    private int broken;

    private Visits(ResumingClient client, List<String> stores) {
        this.client = client;
        this.stores = stores;
    }

    static Visits begin(ResumingClient client, List<String> stores, ScheduledExecutorService threads) {
        Visits visits = new Visits(client, stores);
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
            client.visit(store, new Stay(ThreadLocalRandom.current().nextInt(client.most())));
        } catch (Stay.Over gone) {
            left++;
        } catch (IOException e) {
            broken++;
        } catch (RuntimeException | AssertionError e) {
            end.completeExceptionally(e);
            return;
        }
        if (client.isComplete()) {
            end.complete(null);
        }
    }
}
