package org.jdfwire.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the reference implementation of the specification says of our signatures. */
class SignatureTest {
    private static final byte[] SECRET = secret(1);
    private static final byte[] OTHER = secret(2);
    private static final String BODY = "{\"title\":\"防衛\"}";

    @Test
    void isTheOneThatTheSpecificationsExampleHas() {
        byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(Signature.of(
                        List.of(secret),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isTakenByAReceiverThatKnowsAnyOfTheSecrets() throws Exception {
        Map<String, List<String>> headers = headers(List.of(SECRET, OTHER), "msg_1");

        assertThat(headers.get("webhook-signature").get(0).split(" ")).hasSize(2);
        new Webhook(Signature.text(SECRET)).verify(BODY, headers);
        new Webhook(Signature.text(OTHER)).verify(BODY, headers);
        Webhook third = new Webhook(Signature.text(secret(3)));
        assertThatThrownBy(() -> third.verify(BODY, headers)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void holdsForNoOtherBodyAndNoOtherId() throws Exception {
        Webhook receiver = new Webhook(Signature.text(SECRET));
        Map<String, List<String>> headers = headers(List.of(SECRET), "msg_1");

        assertThatThrownBy(() -> receiver.verify(BODY + " ", headers)).isInstanceOf(WebhookVerificationException.class);
        Map<String, List<String>> another = new java.util.HashMap<>(headers);
        another.put("webhook-id", List.of("msg_2"));
        assertThatThrownBy(() -> receiver.verify(BODY, another)).isInstanceOf(WebhookVerificationException.class);
    }

    private static Map<String, List<String>> headers(List<byte[]> secrets, String id) {
        long now = Instant.now().getEpochSecond();
        return Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(Long.toString(now)),
                "webhook-signature", List.of(Signature.of(secrets, id, now, BODY.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] secret(int fill) {
        byte[] secret = new byte[32];
        java.util.Arrays.fill(secret, (byte) fill);
        return secret;
    }
}
