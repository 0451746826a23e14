package org.jdfwire.store.webhook;

import java.time.Duration;
import java.util.Set;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.address.Allowance;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How webhooks are kept and sent, prefix {@code store.webhooks}; {@code store.yml} says what each is by default.
 *
 * @param key of the secrets at rest, 32 bytes in Base64; empty where a file has it, or there is none
 * @param keyFile has the key; made where it is absent; empty for none
 * @param http whether a target may be asked without TLS
 * @param allowedHosts hosts that may be asked whatever their address is
 * @param allowedPorts ports besides 80 and 443
 * @param most how many subscriptions there may be
 * @param threads how many of them are sent to at once
 * @param connect the longest that one connection may take to be made
 * @param answer the longest from the connection to the end of the answer
 */
@ConfigurationProperties("store.webhooks")
public record WebhookProperties(
        String key,
        String keyFile,
        boolean http,
        Set<String> allowedHosts,
        Set<Integer> allowedPorts,
        int most,
        int threads,
        Duration connect,
        Duration answer) {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    public WebhookProperties {
        allowedHosts = Set.copyOf(allowedHosts);
        allowedPorts = Set.copyOf(allowedPorts);
        Checks.atLeast(0, "store.webhooks.most", most);
        Checks.atLeast(1, "store.webhooks.threads", threads);
        within("store.webhooks.connect", connect, LONGEST_CONNECT);
        within("store.webhooks.answer", answer, LONGEST_ANSWER);
    }

    /** Returns what is allowed beyond the public internet's web ports. */
    Allowance allowance() {
        return new Allowance(allowedHosts, allowedPorts);
    }

    /** Says everything but the key. */
    @Override
    public String toString() {
        return "WebhookProperties[keyFile=" + keyFile + ", http=" + http + ", allowedHosts=" + allowedHosts
                + ", allowedPorts=" + allowedPorts + ", most=" + most + ", threads=" + threads + ", connect=" + connect
                + ", answer=" + answer + ']';
    }

    private static void within(String name, Duration value, Duration most) {
        if (value.isNegative() || value.isZero() || value.compareTo(most) > 0) {
            Checks.refuse(name, value, "more than 0 and at most " + most);
        }
    }
}
