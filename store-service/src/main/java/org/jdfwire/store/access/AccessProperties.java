package org.jdfwire.store.access;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Who may do what, prefix {@code store.access}; {@code store.yml} says what each is by default.
 *
 * @param reading whether reading needs a token
 * @param tokenSha256 hashes of tokens that come from outside the database, 64 lower-case hex digits each
 * @param allowedOrigins web origins whose pages may read the answers; none by default
 * @param requestsAMinute how many requests a client address may make a minute; 0 for any number
 * @param limitLoopback whether that holds for this machine itself too
 * @param largestBody the largest body that a request may have
 */
@ConfigurationProperties("store.access")
public record AccessProperties(
        Reading reading,
        List<String> tokenSha256,
        List<String> allowedOrigins,
        int requestsAMinute,
        boolean limitLoopback,
        DataSize largestBody) {

    /** Whether reading needs a token. */
    public enum Reading {
        /** Exactly where the store listens to more than this machine. */
        AUTO,
        /** No. */
        OPEN,
        /** Yes. */
        TOKEN
    }

    public AccessProperties {
        tokenSha256 = List.copyOf(tokenSha256);
        allowedOrigins = List.copyOf(allowedOrigins);
        // never the value: who mixes the two up has put the token itself here
        if (!tokenSha256.stream().allMatch(hash -> hash.matches("[0-9a-f]{64}"))) {
            Checks.refuse(
                    "store.access.token-sha256",
                    "not shown",
                    "the SHA-256 of a token, 64 lower-case hex digits, or several separated by commas");
        }
        allowedOrigins.forEach(AccessProperties::checkOrigin);
        Checks.atLeast(0, "store.access.requests-a-minute", requestsAMinute);
        if (largestBody.isNegative()) {
            Checks.refuse("store.access.largest-body", largestBody, "0 or more");
        }
    }

    /** Whether reading needs no token, for a store that listens there; null is everywhere. */
    public boolean isReadingOpen(@Nullable InetAddress listens) {
        return switch (reading) {
            case OPEN -> true;
            case TOKEN -> false;
            case AUTO -> listens != null && listens.isLoopbackAddress();
        };
    }

    private static void checkOrigin(String origin) {
        URI uri = URI.create(origin);
        boolean isOrigin = uri.getScheme() != null
                && uri.getHost() != null
                && origin.equals(uri.getScheme() + "://" + uri.getRawAuthority());
        if (!isOrigin) {
            Checks.refuse(
                    "store.access.allowed-origins", origin, "an origin such as https://example.org, without a path");
        }
    }
}
