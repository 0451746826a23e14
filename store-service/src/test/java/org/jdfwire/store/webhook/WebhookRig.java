package org.jdfwire.store.webhook;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.contracts.address.NameLookup;
import org.jdfwire.contracts.address.RefusedAddressException;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.Journals;
import org.jdfwire.store.Templates;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Everything of webhooks but the loop: a database, a journal, a receiver, and any number of instances that send. */
final class WebhookRig implements AutoCloseable {
    static final Duration ANSWER = Duration.ofMillis(300);

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final List<WebhookClient> clients = new ArrayList<>();
    final MongoTemplate mongo = Templates.of(client, "webhooks");
    final TopicJournal journal = new TopicJournal(mongo);
    final Subscriptions subscriptions = new Subscriptions(mongo);
    final DeliveryLog log = new DeliveryLog(mongo);
    final TestClock clock = new TestClock();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final SecretBox box = new SecretBox(new SecretKeySpec(new byte[32], "AES"));
    final Receiver receiver = new Receiver();
    private final Attempts attempts;
    private final WebhookClient webhookClient;

    WebhookRig() {
        webhookClient = client(
                properties(true, Set.of("127.0.0.1"), Set.of(receiver.port())),
                host -> List.of(InetAddress.getByName("127.0.0.1")));
        attempts = new Attempts(box, webhookClient, log, clock, meters);
    }

    static WebhookProperties properties(boolean http, Set<String> hosts, Set<Integer> ports) {
        return new WebhookProperties("", "", http, hosts, ports, 5, 2, Duration.ofSeconds(2), ANSWER);
    }

    WebhookClient client(WebhookProperties properties, NameLookup lookup) {
        WebhookClient made = new WebhookClient(properties, new AddressGate(lookup), clock);
        clients.add(made);
        return made;
    }

    Deliveries instance(String name) {
        return new Deliveries(
                subscriptions, journal, new Horizons(mongo), attempts, new RetrySchedule(() -> 0.5), clock, name);
    }

    Webhooks webhooks() {
        return new Webhooks(subscriptions, log, attempts, webhookClient, box, 5, clock, () -> {});
    }

    Webhooks.WithSecret subscribe(TopicFilter filter) {
        try {
            return webhooks().create(receiver.url(), "a test", filter, Position.START, "ops");
        } catch (RefusedAddressException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records so many changes; every third is of a new topic. */
    List<Change> record(int count) {
        List<Change> changes = Journals.chained(IntStream.range(0, count)
                .mapToObj(i -> (i % 3 == 0 ? "created t" : "revised t") + i / 3)
                .toArray(String[]::new));
        journal.append(changes);
        return changes;
    }

    Subscription find(String id) {
        return Objects.requireNonNull(subscriptions.find(id));
    }

    double counted(Outcome outcome) {
        return meters.get("jdfwire.webhook.deliveries")
                .tag("outcome", outcome.text())
                .counter()
                .count();
    }

    @Override
    public void close() {
        clients.forEach(WebhookClient::close);
        receiver.close();
        client.close();
        server.shutdownNow();
    }
}
