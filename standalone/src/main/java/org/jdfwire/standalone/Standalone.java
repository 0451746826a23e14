package org.jdfwire.standalone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Options;
import org.jdfwire.standalone.database.EmbeddedDatabase;
import org.jdfwire.store.access.Tokens;
import org.jspecify.annotations.Nullable;

/** All of JDF Wire, running: broker, database, then the services against the flow of the data. */
public final class Standalone implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final String url;
    private final String managementUrl;
    private @Nullable String firstToken;

    private Standalone(Addresses addresses) {
        this.url = "http://127.0.0.1:" + addresses.port();
        this.managementUrl = "http://127.0.0.1:" + addresses.managementPort() + "/actuator";
    }

    /** The ports of one instance. */
    private record Addresses(int port, int managementPort, int kafkaPort, int controllerPort) {}

    /**
     * Starts everything and returns when every stage is consuming.
     *
     * @param options where, and what is used from outside instead of being embedded
     * @param data the folder it keeps everything in
     * @param fetcherSettings the fetcher's sources, each setting {@code name=value}
     * @throws org.jdfwire.standalone.command.Problem where the user can put right what hinders it
     */
    public static Standalone start(Options options, DataFolder data, List<String> fetcherSettings)
            throws InterruptedException {
        Addresses addresses = addresses(options);
        Standalone standalone = new Standalone(addresses);
        try {
            standalone.start(options, data, addresses, fetcherSettings);
            return standalone;
        } catch (RuntimeException | InterruptedException e) {
            standalone.close();
            throw e;
        }
    }

    /** Returns the address of the feeds, without a slash at the end. */
    public String url() {
        return url;
    }

    /** Returns the address of health and metrics, without a slash at the end. */
    public String managementUrl() {
        return managementUrl;
    }

    /** Returns the token that this start made, for nobody had one; null at any other start. Nothing else knows it. */
    public @Nullable String firstToken() {
        return firstToken;
    }

    /** Stops the services, then the database, then the broker. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                // the others must be stopped too, or their files are not closed
                System.err.println("while stopping " + part.getClass().getSimpleName() + ": " + e);
            }
        }
    }

    private static Addresses addresses(Options options) {
        try (Ports ports = new Ports()) {
            return new Addresses(
                    ports.claim("--port", options.port()),
                    ports.claim("--management-port", options.managementPort()),
                    ports.free(),
                    ports.free());
        }
    }

    private void start(Options options, DataFolder data, Addresses addresses, List<String> fetcherSettings)
            throws InterruptedException {
        NamedServers.await(options);
        String kafka = options.kafka();
        if (kafka == null) {
            EmbeddedBroker broker =
                    EmbeddedBroker.start(data.kafka(), addresses.kafkaPort(), addresses.controllerPort());
            parts.push(broker);
            kafka = broker.address();
        }
        data.announceKafka(kafka);
        String mongodb = options.mongodbUri();
        if (mongodb == null) {
            EmbeddedDatabase database = EmbeddedDatabase.start(data.mongodb());
            parts.push(database);
            mongodb = database.uri();
            data.announceDatabase(mongodb);
        }
        Services services = new Services(List.of(
                "spring.kafka.bootstrap-servers=" + kafka,
                "management.metrics.system.diskspace.paths=" + data.path().toAbsolutePath()));
        parts.push(services);
        List<String> storeSettings = new ArrayList<>(List.of(Services.healthOfAll()));
        storeSettings.addAll(List.of(
                "spring.mongodb.uri=" + mongodb,
                "server.address=127.0.0.1",
                "server.port=" + addresses.port(),
                "store.public-url=" + url,
                "store.webhooks.key-file=" + data.webhookKey(),
                "management.server.address=127.0.0.1",
                "management.server.port=" + addresses.managementPort()));
        Tokens tokens = services.startStore(storeSettings.toArray(String[]::new));
        // the same name in each life, so that a new one ends at once what a killed one left open
        services.startParser("parser.instance=standalone");
        List<String> settings = new ArrayList<>(fetcherSettings);
        settings.add("fetcher.sources.inbox.folder=" + data.inbox());
        // the same name in each life, so that a new one goes on with its share at once
        settings.add("fetcher.instance=standalone");
        services.startFetcher(settings.toArray(String[]::new));
        Readiness.await(kafka);
        firstToken = tokens.addFirst();
    }
}
