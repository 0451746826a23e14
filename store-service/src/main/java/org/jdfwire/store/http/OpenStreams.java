package org.jdfwire.store.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How many answers are open that may last, in all and from each address.
 *
 * <p>The sum over the addresses is the number in all.
 */
final class OpenStreams {
    /** So much of an IPv6 address one household or server has to itself. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private final int most;
    private final int mostPerAddress;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> perAddress = new ConcurrentHashMap<>();

    OpenStreams(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /**
     * Counts one more.
     *
     * @param address of the client, or null where it is not known; those count as one address
     * @return ends it; to be called once
     * @throws Problem 503 where there are too many, 429 where that address has too many
     */
    Runnable open(@Nullable InetSocketAddress address) {
        String key = key(address);
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            throw Problem.tooManyStreams(most);
        }
        if (perAddress.merge(key, 1, Integer::sum) > mostPerAddress) {
            close(key);
            throw Problem.tooManyStreamsOfOne(mostPerAddress);
        }
        return () -> close(key);
    }

    /** Returns how many are open. */
    int count() {
        return all.get();
    }

    private void close(String key) {
        perAddress.computeIfPresent(key, (address, open) -> open == 1 ? null : open - 1);
        all.decrementAndGet();
    }

    private static String key(@Nullable InetSocketAddress address) {
        InetAddress host = address == null ? null : address.getAddress();
        if (host == null) {
            return "";
        }
        byte[] bytes = host.getAddress();
        return HexFormat.of()
                .formatHex(bytes.length > IPV6_PREFIX_BYTES ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes);
    }
}
