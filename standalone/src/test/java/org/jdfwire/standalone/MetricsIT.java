package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Options;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/METRICS.md} against one scrape of a standalone that has seen some of everything. */
class MetricsIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "METRICS.md");
    private static final Duration SOON = Duration.ofSeconds(90);

    /** A topic of each of three months, with a flag, so that there is a rhythm and something to measure. */
    private static final String PAGE = "<title>TOPICS | JDF - Japan Defense Focus (No.%d)</title>"
            + "<p>Japan Defense Focus No.%d %s. 2026</p><h2>Sample Meeting with Australia</h2>"
            + "<img alt=\"Flag:australia\"><p>On January 5, Minister Sample met a sample guest.</p>";

    @TempDir
    static Path folder;

    private static HttpServer site;
    private static DataFolder data;
    private static Standalone jdfwire;
    private static Map<String, Documented> documented;
    private static String scrape;
    private static Map<String, Exposed> exposed;

    private record Documented(String type, TreeSet<String> labels, boolean mayBeAbsent) {}

    private record Exposed(String type, TreeSet<String> labels) {}

    @BeforeAll
    static void scrapeOnce() throws Exception {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        site.createContext("/jdf/", exchange -> {
            try (exchange) {
                byte[] body = page(exchange.getRequestURI().getPath());
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        site.start();
        data = DataFolder.take(folder.resolve("data"));
        jdfwire = Standalone.start(Options.parse(List.of("--port", "0", "--management-port", "0")), data, settings());
        documented = documented();
        await().atMost(SOON).until(() -> {
            get(jdfwire.url() + "/v1/topics");
            scrape = get(jdfwire.managementUrl() + "/prometheus");
            exposed = exposed(scrape);
            return exposed.keySet().containsAll(required());
        });
    }

    @AfterAll
    static void stop() {
        jdfwire.close();
        data.close();
        site.stop(0);
    }

    @Test
    void whatIsDocumentedIsExposedWithThatTypeAndThoseLabels() {
        assertThat(required()).hasSizeGreaterThan(60);
        documented.forEach((name, told) -> {
            Exposed found = exposed.get(name);
            if (found == null) {
                assertThat(told.mayBeAbsent()).as(name).isTrue();
            } else {
                assertThat(found.type()).as(name).isEqualTo(told.type());
                assertThat(found.labels()).as(name).isEqualTo(told.labels());
            }
        });
    }

    @Test
    void everythingOfOurOwnThatIsExposedIsDocumented() {
        assertThat(exposed.keySet())
                .filteredOn(name -> name.startsWith("jdfwire_"))
                .allSatisfy(name -> assertThat(documented).containsKey(name.replaceFirst("_max$", "")));
    }

    @Test
    void noLabelHasAnAddressOrAnId() {
        assertThat(scrape.lines().filter(line -> line.startsWith("jdfwire_")))
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
            in.write(scrape.getBytes(StandardCharsets.UTF_8));
        }
        String complaints = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(complaints).isEmpty();
        assertThat(check.waitFor()).isZero();
    }

    private static List<String> required() {
        return documented.entrySet().stream()
                .filter(metric -> !metric.getValue().mayBeAbsent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Reads the rows {@code | `name` | type | labels | meaning | service |}. */
    private static Map<String, Documented> documented() throws IOException {
        Map<String, Documented> metrics = new TreeMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 7 && cells[2].strip().matches("counter|gauge|histogram|summary")) {
                TreeSet<String> labels = IntStream.of(3)
                        .boxed()
                        .flatMap(cell -> List.of(cells[cell].split(",")).stream())
                        .map(label -> label.replace("`", "").strip())
                        .filter(label -> !label.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
                metrics.put(
                        cells[1].replace("`", "").strip(),
                        new Documented(cells[2].strip(), labels, cells[4].contains("absent before the first")));
            }
        }
        return metrics;
    }

    private static Map<String, Exposed> exposed(String scrape) {
        Map<String, Exposed> metrics = new TreeMap<>();
        String name = "";
        for (String line : scrape.lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ");
                name = words[2];
                metrics.put(name, new Exposed(words[3], new TreeSet<>()));
            } else if (line.startsWith(name + "{") || line.startsWith(name + "_")) {
                String labels = line.contains("{") ? line.substring(line.indexOf('{') + 1, line.lastIndexOf('}')) : "";
                for (String label : labels.split("\",|\"$")) {
                    if (label.contains("=\"") && !label.startsWith("le=")) {
                        metrics.get(name).labels().add(label.substring(0, label.indexOf('=')));
                    }
                }
            }
        }
        return metrics;
    }

    private static byte[] page(String path) {
        int number = Integer.parseInt(path.replaceAll("\\D", ""));
        return PAGE.formatted(number, number, List.of("Jan", "Feb", "Mar").get(number - 901))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> settings() {
        int port = site.getAddress().getPort();
        String starts = IntStream.rangeClosed(901, 903)
                .mapToObj(number -> "http://127.0.0.1:" + port + "/jdf/no" + number + "/topics.html")
                .collect(Collectors.joining(","));
        return List.of(
                "fetcher.enabled=sample",
                "fetcher.canary.interval=1s",
                "fetcher.sources.sample.kind=site",
                "fetcher.sources.sample.start=" + starts,
                "fetcher.sources.sample.allow-hosts=127.0.0.1",
                "fetcher.sources.sample.allow-ports=" + port,
                "fetcher.sources.sample.interval=1h",
                "fetcher.sources.sample.delay=10ms");
    }

    private static boolean isInstalled(String tool) {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
