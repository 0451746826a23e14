package org.jdfwire.standalone;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.MaintenanceOptions;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.standalone.database.EmbeddedDatabase;
import org.jdfwire.store.StoreDatabase;
import org.jdfwire.store.journal.ChainCheck;
import org.jdfwire.store.journal.Horizon;

/** The commands {@code verify} and {@code trim}: the journal in the database, with nothing running on it. */
final class JournalCommands {
    private JournalCommands() {}

    /** Checks the whole hash chain, says what it found, and returns whether it holds. */
    static boolean verify(MaintenanceOptions options, PrintStream out) {
        return with(options, database -> {
            Horizon horizon = database.horizon();
            if (horizon != null) {
                out.println("The journal was trimmed up to " + horizon.last() + ", recorded " + horizon.recordedAt());
            }
            ChainCheck.Verdict verdict = database.verify();
            if (verdict.last() != null) {
                out.println(verdict.verified() + " changes, " + verdict.first() + " to " + verdict.last()
                        + ", are as they must be");
            }
            ChainCheck.Break broken = verdict.firstBreak();
            if (broken == null) {
                out.println(
                        verdict.last() == null
                                ? "No change is kept"
                                : "The chain is whole; its last hash is " + verdict.hash());
                return true;
            }
            out.println("The chain is broken at " + broken.cursor() + ": " + broken.member() + " is " + broken.found()
                    + " (expected: " + broken.expected() + ")");
            out.println("./jdfwire rebuild makes the journal again from Kafka");
            return false;
        });
    }

    /** Trims the journal and says how much of it. */
    static void trim(MaintenanceOptions options, PrintStream out) {
        Instant before = Objects.requireNonNull(options.before());
        with(options, database -> {
            long removed = database.trim(before);
            Horizon horizon = database.horizon();
            out.println(
                    horizon == null
                            ? "Nothing was recorded before " + before
                            : removed + " changes were removed; the feeds go on after " + horizon.last() + ", recorded "
                                    + horizon.recordedAt() + ", and older cursors are answered 410");
            return true;
        });
    }

    private static boolean with(MaintenanceOptions options, Function<StoreDatabase, Boolean> step) {
        String uri = options.mongodbUri();
        if (uri != null) {
            return at(uri, step);
        }
        DataFolder.requireFilled(options.data());
        try (DataFolder data = DataFolder.take(options.data());
                EmbeddedDatabase database = EmbeddedDatabase.start(data.mongodb())) {
            return at(database.uri(), step);
        }
    }

    private static boolean at(String uri, Function<StoreDatabase, Boolean> step) {
        try (StoreDatabase database = open(uri)) {
            return step.apply(database);
        }
    }

    static StoreDatabase open(String uri) {
        try {
            return StoreDatabase.open(uri);
        } catch (IllegalArgumentException e) {
            // not the URI: it may hold a password
            throw new Problem("--mongodb.uri: cannot be used (expected: mongodb://HOST:PORT/NAME)", e);
        }
    }
}
