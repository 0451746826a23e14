package org.jdfwire.standalone;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.MaintenanceOptions;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.standalone.database.EmbeddedDatabase;
import org.jdfwire.store.StoreDatabase;
import org.jdfwire.store.journal.ChainCheck;
import org.jdfwire.store.journal.JournalEnd;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code rebuild}: drops what the store made of Kafka's log and has a store make it again, with nothing else
 * running. What was trimmed is there again; what Kafka does not hold (access tokens) is left alone.
 */
final class RebuildCommand implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final PrintStream out;

    private RebuildCommand(PrintStream out) {
        this.out = out;
    }

    /** Rebuilds, and returns whether the same journal came out, or none was there before. */
    static boolean run(MaintenanceOptions options, PrintStream out) throws InterruptedException {
        if (options.kafka() == null) {
            JournalCommands.requireData(options);
        }
        try (RebuildCommand command = new RebuildCommand(out)) {
            return command.run(options);
        }
    }

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

    private boolean run(MaintenanceOptions options) throws InterruptedException {
        DataFolder data = DataFolder.take(options.data());
        parts.push(data);
        Logs.to(data.path().resolve("rebuild.log"));
        String kafka = options.kafka() == null ? broker(data) : options.kafka();
        String mongodb = options.mongodbUri() == null ? database(data) : options.mongodbUri();
        try (ConsumerGroups groups = new ConsumerGroups(kafka);
                StoreDatabase database = JournalCommands.open(mongodb)) {
            JournalEnd before = database.end();
            groups.forget();
            Map<TopicPartition, Long> ends = groups.ends();
            requireWholeLog(database, groups, ends);
            out.println("Dropping the projection, which ends at " + told(before) + " …");
            database.dropProjection();
            Services services = new Services(List.of("spring.kafka.bootstrap-servers=" + kafka));
            parts.push(services);
            services.startStore(
                    "spring.mongodb.uri=" + mongodb,
                    "server.address=127.0.0.1",
                    "server.port=0",
                    "management.server.address=127.0.0.1",
                    "management.server.port=0");
            groups.await(ends);
            return isTheSame(before, database);
        }
    }

    private boolean isTheSame(@Nullable JournalEnd before, StoreDatabase database) {
        JournalEnd after = database.end();
        ChainCheck.Verdict verdict = database.verify();
        out.println(verdict.verified() + " changes were made again from Kafka, up to " + told(after));
        if (verdict.firstBreak() != null) {
            out.println("Their chain is broken at " + verdict.firstBreak().cursor());
            return false;
        }
        if (before == null || before.equals(after)) {
            out.println(before == null ? "There were none before." : "The chain ends in the same hash as before.");
            return true;
        }
        out.println("The chain does not end in the same hash as before: the rules that make changes were others then.");
        return false;
    }

    /** Before anything is dropped: what Kafka does not hold cannot be made again. */
    private static void requireWholeLog(StoreDatabase database, ConsumerGroups groups, Map<TopicPartition, Long> ends)
            throws InterruptedException {
        JournalEnd end = database.end();
        if (end == null) {
            return;
        }
        TopicPartition log = new TopicPartition(Destinations.TOPICS, 0);
        if (database.firstEpoch() != end.cursor().epoch() || groups.start(log) > 0 || !ends.containsKey(log)) {
            throw new Problem("Kafka does not hold all that the journal was made of (expected: " + log.topic()
                    + " from its first event on, and no journal of an earlier Kafka); nothing was dropped");
        }
    }

    private String broker(DataFolder data) {
        int port;
        int controllerPort;
        try (Ports ports = new Ports()) {
            port = ports.free();
            controllerPort = ports.free();
        }
        EmbeddedBroker broker = EmbeddedBroker.start(data.kafka(), port, controllerPort);
        parts.push(broker);
        return broker.address();
    }

    private String database(DataFolder data) {
        EmbeddedDatabase database = EmbeddedDatabase.start(data.mongodb());
        parts.push(database);
        return database.uri();
    }

    private static String told(@Nullable JournalEnd end) {
        return end == null ? "nothing" : end.cursor() + " " + end.hash();
    }
}
