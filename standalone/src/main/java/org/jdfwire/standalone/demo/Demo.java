package org.jdfwire.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jdfwire.standalone.Standalone;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Options;
import org.jspecify.annotations.Nullable;

/** The demonstration: the real services watch a sample site on which things happen while you look. */
public final class Demo {
    private static final int SECONDS_BETWEEN_ACTS = 20;

    private Demo() {}

    /** Runs until the process is ended; without a data folder of its own it leaves nothing behind. */
    public static void run(Options options) throws InterruptedException {
        Path named = options.data();
        DataFolder data = DataFolder.take(named == null ? temporaryFolder() : named);
        System.setProperty("jdfwire.log", data.log().toString());
        SampleState state = SampleState.load(data.path());
        SampleSite site = SampleSite.start(state.port(), state.act());
        new SampleState(site.port(), state.act()).save(data.path());
        System.out.println("A sample site is at " + site.url() + "/en/jdf/ · starting the services …");

        Standalone standalone;
        try {
            standalone = Standalone.start(options, data, sampleSource(options, site));
        } catch (RuntimeException | InterruptedException e) {
            end(site, data, named);
            throw e;
        }
        AtomicBoolean ending = new AtomicBoolean();
        stopInOrder(ending, standalone, site, data, named);
        System.out.println("JDF Wire is ready: " + standalone.url());
        whereToLook(standalone, data);
        ScheduledExecutorService stage = Executors.newSingleThreadScheduledExecutor(Demo::daemon);
        for (int act = state.act() + 1; act <= SampleSite.LAST_ACT; act++) {
            int next = act;
            stage.schedule(
                    () -> play(site, next, data), (long) (act - state.act()) * SECONDS_BETWEEN_ACTS, TimeUnit.SECONDS);
        }
        try {
            new ChangeConsole(standalone.url(), System.out).follow();
        } catch (IOException | UncheckedIOException e) {
            if (!ending.get()) {
                throw new IllegalStateException("the feed " + standalone.url() + "/v1/changes broke off", e);
            }
        }
    }

    private static void play(SampleSite site, int act, DataFolder data) {
        // first what is on disk: a demo that is killed here goes on with this act, it does not fall back
        new SampleState(site.port(), act).save(data.path());
        site.play(act);
        System.out.println(
                act == 1
                        ? "          — on the site: issue No.132 appears —"
                        : "          — on the site: No.131 is corrected, No.77 loses a topic —");
    }

    /** The sample site as the fetcher's only source, asked often: it is on this machine. */
    private static List<String> sampleSource(Options options, SampleSite site) {
        String source = "fetcher.sources.sample.";
        return List.of(
                "fetcher.enabled=" + Objects.requireNonNullElse(options.sources(), "sample"),
                source + "kind=site",
                source + "start=" + site.url() + "/en/jdf/",
                source + "prefixes=" + site.url() + "/en/jdf/," + site.url() + "/e/jdf/",
                // it lives where no other source may go
                source + "allow-hosts=127.0.0.1",
                source + "allow-ports=" + site.port(),
                source + "depth=2",
                source + "interval=2s",
                source + "longest-interval=2s",
                source + "delay=50ms",
                // the demo is over before a second one of the usual would be sent
                "fetcher.canary.interval=5s");
    }

    private static void whereToLook(Standalone standalone, DataFolder data) {
        String url = standalone.url();
        System.out.println("  changes as they come   curl -N -H 'Accept: text/event-stream' " + url + "/v1/changes");
        System.out.println("  topics now             curl " + url + "/v1/topics?country=AU");
        System.out.println("  for a feed reader      " + url + "/feeds/topics.atom");
        System.out.println("  health and metrics     " + standalone.managementUrl());
        System.out.println("  log                    " + data.log());
        String token = standalone.firstToken();
        if (token != null) {
            System.out.println("  token, shown once      " + token);
        }
        System.out.println("A new issue appears in 20 s, a correction and a withdrawal in 40 s. Ctrl-C ends it.");
        System.out.println();
    }

    private static void stopInOrder(
            AtomicBoolean ending, Standalone standalone, SampleSite site, DataFolder data, @Nullable Path named) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            ending.set(true);
                            standalone.close();
                            end(site, data, named);
                        },
                        "stop"));
    }

    private static void end(SampleSite site, DataFolder data, @Nullable Path named) {
        site.close();
        data.close();
        if (named == null) {
            delete(data.path());
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("jdfwire-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for the demo", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's folder " + folder + " cannot be deleted", e);
        }
    }

    private static Thread daemon(Runnable runnable) {
        Thread thread = new Thread(runnable, "stage");
        thread.setDaemon(true);
        return thread;
    }
}
