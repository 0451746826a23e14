package org.jdfwire.standalone;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.standalone.broker.KafkaSettings;
import org.jdfwire.standalone.command.MaintenanceOptions;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.store.StoreDatabase;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.projection.LogPosition;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code restored}: writes into Kafka's log that a backup was brought back. Cursors that were given out since
 * the backup was made are then never given to other changes, and who holds one is told so.
 */
final class RestoredCommand {
    private RestoredCommand() {}

    /** Writes it, and says what follows; a store takes it when it runs, or at its next start. */
    static void run(MaintenanceOptions options, PrintStream out) throws InterruptedException {
        try (MaintenanceServers servers = MaintenanceServers.open(options, "restored.log");
                StoreDatabase database = JournalCommands.open(servers.mongodb())) {
            LogPosition position = database.position();
            if (position == null) {
                throw new Problem("the database has no journal (expected: the one that was restored, or one that"
                        + " ./jdfwire rebuild made)");
            }
            Cursor seen = options.seen();
            int newest = seen == null ? position.epoch() : Math.max(position.epoch(), seen.epoch());
            EpochBegun begun =
                    new EpochBegun(position.epoch(), newest + 1, Instant.now().truncatedTo(ChronoUnit.MILLIS));
            write(begun, servers.kafka());
            out.println("The journal goes on after " + told(database.end()) + " with cursors from "
                    + Cursor.of(begun.epoch(), 0, 0) + " on.");
            out.println("Cursors between these were given out after the backup was made: they are answered 409.");
        }
    }

    private static void write(EpochBegun begun, String kafka) throws InterruptedException {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Destinations.TOPICS, 0, "cursors".getBytes(StandardCharsets.UTF_8), Json.bytes(begun));
        begun.toHeaders().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                KafkaSettings.of(kafka, Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(Destinations.TOPICS + " on " + kafka + " cannot be written", e);
        }
    }

    private static String told(@Nullable JournalEnd end) {
        return end == null ? "nothing" : end.cursor().toString();
    }
}
