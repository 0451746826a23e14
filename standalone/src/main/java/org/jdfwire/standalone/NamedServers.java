package org.jdfwire.standalone;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jdfwire.standalone.broker.KafkaSettings;
import org.jdfwire.standalone.command.Options;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.store.StoreDatabase;

/** Servers that are used instead of the embedded ones: asked before anything starts, so that an absent one is named. */
final class NamedServers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private NamedServers() {}

    /**
     * Returns when the servers that the flags name have answered.
     *
     * @throws Problem naming the broker that does not, or the flag of a database that cannot be
     * @throws com.mongodb.MongoException where the database does not answer
     */
    static void await(Options options) throws InterruptedException {
        String kafka = options.kafka();
        if (kafka != null) {
            awaitKafka(kafka);
        }
        String uri = options.mongodbUri();
        if (uri != null) {
            try (StoreDatabase database = JournalCommands.open(uri)) {
                database.horizon();
            }
        }
    }

    private static void awaitKafka(String address) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(KafkaSettings.of(address));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException | KafkaException e) {
            throw new Problem(
                    "--kafka: " + address + ": cannot be used (expected: HOST:PORT of a broker that answers within "
                            + PATIENCE.toSeconds() + " s; " + Services.reason(e) + ")",
                    e);
        }
    }
}
