package org.jdfwire.standalone.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ServerSocketFactory;
import org.jdfwire.contracts.Json;
import org.jdfwire.standalone.FeedClient;
import org.jdfwire.standalone.fleet.UnreliableReceiver.Attempt;
import org.jdfwire.standalone.fleet.UnreliableReceiver.Fault;
import tools.jackson.databind.JsonNode;

/** A receiver of webhooks for each fault; the one without a fault is asked with TLS, by a certificate of its own. */
final class Receivers implements AutoCloseable {
    private static final String TOKEN = "a-token-of-this-test-alone";

    private final Certificate certificate;
    private final List<UnreliableReceiver> all = new ArrayList<>();

    private Receivers(Certificate certificate) {
        this.certificate = certificate;
    }

    /** Opens them; each is wrong about every so many changes. */
    static Receivers open(Path folder, int every) throws IOException, InterruptedException, GeneralSecurityException {
        Receivers receivers = new Receivers(Certificate.make(folder));
        for (Fault fault : Fault.values()) {
            ServerSocketFactory sockets =
                    fault == Fault.NONE ? receivers.certificate.sockets() : ServerSocketFactory.getDefault();
            receivers.all.add(new UnreliableReceiver(fault, every, sockets));
        }
        return receivers;
    }

    /** Returns the settings of a store that may send to them. */
    Map<String, String> settings() {
        return Map.of(
                "JDFWIRE_TOKEN_SHA256", Json.sha256(TOKEN.getBytes(StandardCharsets.UTF_8)),
                "JDFWIRE_WEBHOOK_HOSTS", "127.0.0.1,localhost",
                "JDFWIRE_WEBHOOK_PORTS",
                        all.stream()
                                .map(receiver -> Integer.toString(receiver.port()))
                                .collect(Collectors.joining(",")),
                "STORE_WEBHOOKS_HTTP", "true",
                // a lease is a few times as long as these together, and must run out before another store goes on
                "STORE_WEBHOOKS_CONNECT", "250ms",
                "STORE_WEBHOOKS_ANSWER", "2s",
                "JDFWIRE_JAVA_OPTS", certificate.trusting());
    }

    /** Has a store send to each of them what comes from now on. */
    void subscribe(FeedClient store) {
        for (UnreliableReceiver receiver : all) {
            String server = receiver.fault() == Fault.NONE ? "https://localhost:" : "http://127.0.0.1:";
            HttpResponse<String> made =
                    store.post("/v1/subscriptions", TOKEN, "{\"url\":\"" + server + receiver.port() + "/hook\"}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            JsonNode subscription = Json.MAPPER.readTree(made.body());
            receiver.begin(
                    subscription.path("id").asString(),
                    subscription.path("secret").asString());
        }
    }

    /** Asserts that each comes to have every change of a journal, in order. */
    void assertHaveAll(List<JsonNode> journal, FeedClient store, Duration patience) {
        for (UnreliableReceiver receiver : all) {
            int resumed = 0;
            await(receiver.toString())
                    .atMost(patience)
                    .until(() -> taken(receiver) >= journal.size() || isDisabled(receiver, store));
            while (isDisabled(receiver, store)) {
                resume(receiver, store);
                resumed++;
                await(receiver.toString())
                        .atMost(patience)
                        .until(() -> taken(receiver) >= journal.size() || isDisabled(receiver, store));
            }
            assertThat(resumed > 0).as("%s was disabled", receiver).isEqualTo(receiver.fault() == Fault.SAYS_GONE);
            assertInOrder(receiver, journal);
        }
    }

    private static boolean isDisabled(UnreliableReceiver receiver, FeedClient store) {
        return store.get(receiver.subscription(), TOKEN)
                .path("state")
                .asString()
                .equals("disabled");
    }

    /** It said that it is gone, and was left alone since; now an operator knows better. */
    private static void resume(UnreliableReceiver receiver, FeedClient store) {
        List<Attempt> attempts = receiver.attempts();
        assertThat(attempts.get(attempts.size() - 1).taken())
                .as("%s was sent something after it had said 410", receiver)
                .isFalse();
        assertThat(store.get(receiver.subscription(), TOKEN).path("reason").asString())
                .contains("410 Gone");
        assertThat(store.post(receiver.subscription() + "/resume", TOKEN, "").statusCode())
                .isEqualTo(200);
    }

    @Override
    public void close() throws IOException {
        for (UnreliableReceiver receiver : all) {
            receiver.close();
        }
    }

    private static long taken(UnreliableReceiver receiver) {
        return receiver.attempts().stream()
                .filter(Attempt::taken)
                .map(Attempt::webhookId)
                .distinct()
                .count();
    }

    /** The next change is sent only when the one before was taken, and again only under the same id. */
    private static void assertInOrder(UnreliableReceiver receiver, List<JsonNode> journal) {
        int taken = 0;
        boolean wrong = false;
        for (Attempt attempt : receiver.attempts()) {
            boolean isNext = taken < journal.size() && attempt.change().equals(journal.get(taken));
            // what was taken and not written down, because the store was killed in between, comes again
            int place = isNext ? taken : taken - 1;
            assertThat(place).as("%s: %s", receiver, attempt).isNotNegative();
            assertThat(attempt.change()).as("%s", receiver).isEqualTo(journal.get(place));
            assertThat(attempt.webhookId())
                    .endsWith("_" + attempt.change().path("cursor").asString());
            assertThat(attempt.path()).isEqualTo("/hook");
            taken = attempt.taken() ? place + 1 : taken;
            wrong |= !attempt.taken();
        }
        assertThat(receiver.attempts().stream().map(Attempt::webhookId).distinct())
                .hasSize(journal.size());
        assertThat(wrong).as("%s was wrong", receiver).isEqualTo(receiver.fault() != Fault.NONE);
    }
}
