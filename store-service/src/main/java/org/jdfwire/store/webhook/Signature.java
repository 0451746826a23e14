package org.jdfwire.store.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as the specification of Standard Webhooks says, "Signature scheme": HMAC-SHA256, symmetric. */
final class Signature {
    /** Begins the text form of a secret. */
    static final String SECRET_PREFIX = "whsec_";

    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** Returns a secret as its receiver is told it. */
    static String text(byte[] secret) {
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /**
     * Returns the value of {@code webhook-signature}: one for each secret, separated by spaces.
     *
     * @param timestamp the same as {@code webhook-timestamp}, seconds since 1970
     */
    static String of(List<byte[]> secrets, String messageId, long timestamp, byte[] body) {
        return secrets.stream()
                .map(secret -> "v1," + hmac(secret, messageId + '.' + timestamp + '.', body))
                .collect(Collectors.joining(" "));
    }

    private static String hmac(byte[] secret, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
