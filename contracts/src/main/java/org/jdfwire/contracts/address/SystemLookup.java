package org.jdfwire.contracts.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The operating system's own lookup, which knows no time limit, within one. */
final class SystemLookup implements NameLookup {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(lookup -> {
        Thread thread = new Thread(lookup, "name-lookup");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration limit;

    SystemLookup(Duration limit) {
        this.limit = limit;
    }

    @Override
    public List<InetAddress> addressesOf(String name) throws UnknownHostException {
        Future<InetAddress[]> lookup = THREADS.submit(() -> InetAddress.getAllByName(name));
        try {
            return List.of(lookup.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw unknown(name + ": no answer within " + limit.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw unknown(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(name + ": interrupted", e);
        }
    }

    private static UnknownHostException unknown(String detail, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(detail);
        unknown.initCause(cause);
        return unknown;
    }
}
