package org.jdfwire.store.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a client address make so many requests a minute, all at once or spread; the next is 429 with {@code Retry-After}.
 * A stream is one request, however long it runs, and so is each attempt to resume it.
 *
 * <p>An IPv6 client is known by its network of 64 bits, for it has that many addresses. No more than
 * {@value #MOST_ADDRESSES} addresses are remembered, and none longer than it takes to have all its requests again.
 */
final class RequestRate implements WebFilter {
    private static final int MOST_ADDRESSES = 10_000;
    private static final int NETWORK_BYTES = 8;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int requestsAMinute;
    private final boolean limitLoopback;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(MINUTE)
            .build();

    /**
     * @param requestsAMinute how many, at least 1
     * @param limitLoopback whether this machine itself is limited too
     */
    RequestRate(int requestsAMinute, boolean limitLoopback) {
        this.requestsAMinute = requestsAMinute;
        this.limitLoopback = limitLoopback;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        InetAddress client = remote == null ? null : remote.getAddress();
        if (client != null && client.isLoopbackAddress() && !limitLoopback) {
            return chain.filter(exchange);
        }
        ConsumptionProbe probe = buckets.get(key(client), key -> full()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return chain.filter(exchange);
        }
        long wait = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() + 999_999_999));
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        return Mono.error(() -> Problem.tooManyRequests(requestsAMinute, wait));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requestsAMinute).refillGreedy(requestsAMinute, MINUTE))
                .build();
    }

    private static String key(@Nullable InetAddress client) {
        if (client == null) {
            // a proxy's word that could not be read as an address
            return "unknown";
        }
        byte[] address = client.getAddress();
        return HexFormat.of()
                .formatHex(client instanceof Inet6Address ? Arrays.copyOf(address, NETWORK_BYTES) : address);
    }
}
