package org.jdfwire.standalone.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdfwire.standalone.MetricsPage;
import org.jdfwire.standalone.Scrape;
import org.jdfwire.standalone.ThreeIssues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds {@code docs/METRICS.md} against what each service shows that runs as a process of its own, as in production. */
class ServiceMetricsIT {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final Duration NOW_AND_THEN = Duration.ofMillis(500);

    /** The processes, and the services that they are. */
    private static final Map<String, String> PROCESSES =
            Map.of("fetcher", "fetcher", "parser-1", "parser", "store-1", "store");

    @TempDir
    static Path data;

    private static final Map<String, Scrape> scrapes = new TreeMap<>();
    private static ThreeIssues site;
    private static Fleet fleet;
    private static MetricsPage page;

    @BeforeAll
    static void scrapeEachOnceItHasSeenSomeOfEverything() throws Exception {
        page = MetricsPage.read();
        site = new ThreeIssues();
        String options = site.settings().stream().map(setting -> "-D" + setting).collect(Collectors.joining(" "));
        fleet = new Fleet(data, Map.of("JDFWIRE_JAVA_OPTS", options));
        fleet.start("servers", "fetcher", "parser-1", "store-1");
        PROCESSES.forEach((process, service) -> await(service + " shows what it must")
                .atMost(SOON)
                .pollInterval(NOW_AND_THEN)
                .untilAsserted(() -> {
                    fleet.store("store-1").text("/v1/topics");
                    Scrape scrape = Scrape.of(fleet.management(process).text("/prometheus"));
                    scrapes.put(service, scrape);
                    assertThat(scrape.metrics().keySet()).containsAll(required(service));
                }));
    }

    @AfterAll
    static void stop() {
        fleet.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"fetcher, 30", "parser, 30", "store, 60"})
    void showsWhatIsDocumentedForItWithThatTypeAndThoseLabels(String service, int least) {
        assertThat(required(service)).hasSizeGreaterThan(least);
        page.of(service).metrics().forEach(metric -> metric.assertShownIn(scrapes.get(service)));
    }

    @ParameterizedTest
    @CsvSource({"fetcher", "parser", "store"})
    void showsNothingThatIsNotDocumentedForIt(String service) {
        assertThat(page.of(service).undocumented(scrapes.get(service))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fetcher", "parser", "store"})
    void hasTheStagesThatAreDocumentedForIt(String service) {
        assertThat(scrapes.get(service)
                        .metrics()
                        .get("jdfwire_stage_in_total")
                        .labels()
                        .get("stage"))
                .containsExactlyInAnyOrderElementsOf(page.of(service).stages().stream()
                        .map(MetricsPage.Stage::name)
                        .toList());
    }

    private static Set<String> required(String service) {
        return page.of(service).metrics().stream()
                .filter(metric -> !metric.mayBeAbsent())
                .map(MetricsPage.Metric::name)
                .collect(Collectors.toSet());
    }
}
