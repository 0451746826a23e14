package org.jdfwire.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import org.jdfwire.parser.PageParser;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.standalone.command.ReplayOptions;
import org.jdfwire.standalone.replay.ChangePrinter;
import org.jdfwire.standalone.replay.Replay;
import org.jdfwire.standalone.replay.Summary;

/**
 * The command {@code replay}: finds the pages, reads them once more, says what came of it.
 *
 * <p>Where an instance runs on the data folder, its Kafka is used while it runs, and it takes the changes at once; where
 * none does, the broker is started for the time of the replay, and the changes come at the next start.
 */
final class ReplayCommand {
    private ReplayCommand() {}

    static void run(ReplayOptions options, PrintStream out) {
        Logs.to(options.data().resolve("replay.log"));
        String kafka = options.kafka();
        if (kafka != null) {
            replay(kafka, options, out);
        } else if (DataFolder.isTaken(options.data())) {
            replay(kafkaOfRunning(options.data()), options, out);
        } else {
            onItsOwn(options, out);
        }
    }

    private static String kafkaOfRunning(Path folder) {
        String kafka = DataFolder.kafkaOf(folder);
        if (kafka == null) {
            throw new Problem("data folder " + folder.toAbsolutePath().normalize()
                    + ": the JDF Wire on it is just starting (expected: one that is ready, or none; try again)");
        }
        return kafka;
    }

    private static void onItsOwn(ReplayOptions options, PrintStream out) {
        if (!DataFolder.holdsData(options.data())) {
            throw new Problem("data folder " + options.data().toAbsolutePath().normalize()
                    + ": holds no data (expected: one that ./jdfwire up or demo has filled; name it with --data DIR)");
        }
        try (DataFolder data = DataFolder.take(options.data());
                EmbeddedBroker broker = broker(data)) {
            replay(broker.address(), options, out);
        }
    }

    private static EmbeddedBroker broker(DataFolder data) {
        int port;
        int controllerPort;
        try (Ports ports = new Ports()) {
            port = ports.free();
            controllerPort = ports.free();
        }
        return EmbeddedBroker.start(data.kafka(), port, controllerPort);
    }

    private static void replay(String kafka, ReplayOptions options, PrintStream out) {
        PageParser parser = new PageParser();
        Replay replay = new Replay(kafka, parser::parse, PageParser.VERSION, options.from(), out);
        Summary summary;
        if (options.dryRun()) {
            summary = replay.dryRun(new ChangePrinter(out)::print);
            out.println("A dry run with parser " + PageParser.VERSION + "; nothing was changed.");
        } else {
            summary = replay.run(change -> {});
            out.println("Read with parser " + PageParser.VERSION + "; the feeds get what follows.");
        }
        out.println(summary.text());
    }
}
