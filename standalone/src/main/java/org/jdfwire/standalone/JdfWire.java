package org.jdfwire.standalone;

import com.mongodb.MongoException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Import;
import org.jdfwire.standalone.command.MaintenanceOptions;
import org.jdfwire.standalone.command.Options;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.standalone.command.ReplayOptions;
import org.jdfwire.standalone.command.ServersOptions;
import org.jdfwire.standalone.command.TokenCommand;
import org.jdfwire.standalone.demo.Demo;
import org.springframework.core.NestedExceptionUtils;

/** The command line: {@code up}, {@code demo}, {@code servers}, {@code import} and the commands for tokens and upkeep. */
public final class JdfWire {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private JdfWire() {}

    /** Runs one command; exit status 0 is success, 1 a failure, 2 something the user can put right. */
    public static void main(String[] arguments) {
        try {
            List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
            switch (arguments.length == 0 ? "" : arguments[0]) {
                case "up" -> up(Options.parse(rest));
                case "demo" -> Demo.run(Options.parse(rest));
                case "servers" -> servers(ServersOptions.parse(rest));
                case "import" -> System.exit(Import.run(rest, System.out) ? 0 : FAILED);
                case "replay" -> ReplayCommand.run(ReplayOptions.parse(rest), System.out);
                case "token" -> TokenCommand.run(rest, System.out, System.err);
                case "verify" ->
                    System.exit(JournalCommands.verify(MaintenanceOptions.ofVerify(rest), System.out) ? 0 : FAILED);
                case "trim" -> JournalCommands.trim(MaintenanceOptions.ofTrim(rest), System.out);
                case "rebuild" ->
                    System.exit(RebuildCommand.run(MaintenanceOptions.ofRebuild(rest), System.out) ? 0 : FAILED);
                case "restored" -> RestoredCommand.run(MaintenanceOptions.ofRestored(rest), System.out);
                default ->
                    throw new Problem(
                            "command: " + Arrays.toString(arguments)
                                    + " (expected: up, demo, servers, import, replay, token, verify, trim, rebuild or restored)");
            }
        } catch (Problem problem) {
            System.err.println("jdfwire: " + problem.getMessage());
            System.exit(WRONG_USE);
        } catch (RuntimeException | InterruptedException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            if (cause instanceof KafkaException || cause instanceof MongoException) {
                String server = cause instanceof KafkaException ? "Kafka" : "the database";
                System.err.println("jdfwire: " + server + " does not answer (" + cause.getMessage() + ")");
                System.exit(WRONG_USE);
            }
            // threads of what was started already would keep the process alive
            e.printStackTrace();
            System.exit(FAILED);
        }
    }

    private static void up(Options options) throws InterruptedException {
        Path folder = options.data();
        DataFolder data = DataFolder.take(folder == null ? DataFolder.STANDARD : folder);
        Logs.to(data.log());
        String sources = options.sources();
        Standalone standalone =
                Standalone.start(options, data, sources == null ? List.of() : List.of("fetcher.enabled=" + sources));
        System.out.println("JDF Wire is ready: " + standalone.url());
        System.out.println("  health and metrics " + standalone.managementUrl());
        System.out.println("  inbox              " + data.inbox());
        System.out.println("  log                " + data.log());
        String token = standalone.firstToken();
        if (token != null) {
            System.out.println("  token, shown once  " + token);
        }
        untilKilled(standalone::close, data);
    }

    private static void servers(ServersOptions options) throws InterruptedException {
        DataFolder data = DataFolder.take(options.data());
        Logs.to(data.log());
        Servers servers = Servers.start(options, data);
        System.out.println("The servers of JDF Wire are ready");
        System.out.println("  JDFWIRE_KAFKA      " + servers.kafka());
        System.out.println("  JDFWIRE_MONGODB    " + servers.mongodb());
        System.out.println("  log                " + data.log());
        untilKilled(servers::close, data);
    }

    /** Waits for the end of the process, and then stops everything in order. */
    private static void untilKilled(Runnable stop, DataFolder data) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.run();
                            data.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
    }
}
