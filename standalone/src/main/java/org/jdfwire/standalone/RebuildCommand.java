package org.jdfwire.standalone;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.standalone.command.MaintenanceOptions;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.store.StoreDatabase;
import org.jdfwire.store.journal.ChainCheck;
import org.jdfwire.store.journal.JournalEnd;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code rebuild}: drops what the store made of Kafka's log and has a store make it again, with nothing else
 * running. What was trimmed is there again; what Kafka does not hold (access tokens) is left alone.
 */
final class RebuildCommand {
    private final PrintStream out;

    private RebuildCommand(PrintStream out) {
        this.out = out;
    }

    /** Rebuilds, and returns whether the same journal came out, or none was there before. */
    static boolean run(MaintenanceOptions options, PrintStream out) throws InterruptedException {
        try (MaintenanceServers servers = MaintenanceServers.open(options, "rebuild.log")) {
            return new RebuildCommand(out).run(servers.kafka(), servers.mongodb());
        }
    }

    private boolean run(String kafka, String mongodb) throws InterruptedException {
        try (Services services = new Services(List.of("spring.kafka.bootstrap-servers=" + kafka));
                ConsumerGroups groups = new ConsumerGroups(kafka);
                StoreDatabase database = JournalCommands.open(mongodb)) {
            JournalEnd before = database.end();
            groups.forget();
            Map<TopicPartition, Long> ends = groups.ends();
            requireWholeLog(database, groups, ends);
            out.println("Dropping the projection, which ends at " + told(before) + " …");
            database.dropProjection();
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
        if (database.firstEpoch() != groups.firstEpoch(end.cursor().epoch())
                || groups.start(log) > 0
                || !ends.containsKey(log)) {
            throw new Problem("Kafka does not hold all that the journal was made of (expected: " + log.topic()
                    + " from its first event on, and no journal of an earlier Kafka); nothing was dropped");
        }
    }

    private static String told(@Nullable JournalEnd end) {
        return end == null ? "nothing" : end.cursor() + " " + end.hash();
    }
}
