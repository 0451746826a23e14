package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Options;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/METRICS.md} against one scrape of a standalone that has seen some of everything. */
class MetricsIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static ThreeIssues site;
    private static DataFolder data;
    private static Standalone jdfwire;
    private static MetricsPage page;
    private static Scrape scrape;

    @BeforeAll
    static void scrapeOnce() throws Exception {
        site = new ThreeIssues();
        data = DataFolder.take(folder.resolve("data"));
        jdfwire = Standalone.start(
                Options.parse(List.of("--port", "0", "--management-port", "0")), data, site.settings());
        page = MetricsPage.read();
        FeedClient management = new FeedClient(jdfwire.managementUrl());
        await().atMost(SOON).until(() -> {
            new FeedClient(jdfwire.url()).text("/v1/topics");
            scrape = Scrape.of(management.text("/prometheus"));
            return scrape.metrics().keySet().containsAll(required());
        });
    }

    @AfterAll
    static void stop() {
        jdfwire.close();
        data.close();
        site.close();
    }

    @Test
    void whatIsDocumentedIsExposedWithThatTypeAndThoseLabels() {
        assertThat(required()).hasSizeGreaterThan(60);
        page.metrics().forEach(told -> told.assertShownIn(scrape));
    }

    @Test
    void everythingThatIsExposedIsDocumented() {
        assertThat(page.undocumented(scrape)).isEmpty();
    }

    @Test
    void noLabelHasAnAddressOrAnId() {
        assertThat(scrape.text().lines().filter(line -> line.startsWith("jdfwire_")))
                .noneMatch(line -> line.contains("://") || line.contains("jdf-901"));
    }

    @Test
    void prometheusOwnToolFindsNothingToComplainOf() throws Exception {
        assumeTrue(
                isInstalled("promtool"), "skipped: promtool is not installed (Debian: prometheus); .ci/run does that");
        Process check = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var in = check.getOutputStream()) {
            in.write(scrape.text().getBytes(StandardCharsets.UTF_8));
        }
        String complaints = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(complaints).isEmpty();
        assertThat(check.waitFor()).isZero();
    }

    private static List<String> required() {
        return page.metrics().stream()
                .filter(metric -> !metric.mayBeAbsent())
                .map(MetricsPage.Metric::name)
                .toList();
    }

    private static boolean isInstalled(String tool) {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
