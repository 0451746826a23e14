package org.jdfwire.standalone.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdfwire.standalone.FeedClient;
import org.jdfwire.standalone.Inbox;
import org.jdfwire.standalone.SamplePages;
import org.jdfwire.standalone.Standalone;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A real Prometheus, which scrapes a running standalone, is asked every query of every panel and every rule. The query of a
 * panel returns series. An alert that does not fire returns none: of it every selector is asked, and returns series.
 */
class QueriesIT {
    private static final Duration SOON = Duration.ofSeconds(180);
    private static final String PAGE = "/en/jdf/no301/topics.html";
    private static final List<String> MONTHS = List.of("Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.");
    private static final Pattern SELECTOR = Pattern.compile(
            "\\b(?:jdfwire|layout_field|kafka|mongodb|disk|process|up)(?:[\\w:]*)(?:\\{[^}]*})?(?![\\w(])");

    /** An hour of the rules is six seconds: what is recorded by the hour is there soon. */
    private static final int FACTOR = 600;

    @TempDir
    Path folder;

    private int dropped;

    @Test
    void everyPanelAndEveryRuleReturnsSeries() throws Exception {
        Tool.require("prometheus");
        HttpServer site = site();
        try (DataFolder data = DataFolder.take(folder.resolve("data"));
                Standalone jdfwire = Standalone.start(
                        Options.parse(List.of("--port", "0", "--management-port", "0")),
                        data,
                        settings(site.getAddress().getPort()));
                Prometheus prometheus = Prometheus.start(
                        folder.resolve("prometheus"),
                        RuleFile.ours().shortened(FACTOR),
                        1,
                        List.of(URI.create(jdfwire.managementUrl()).getAuthority()),
                        "")) {
            Map<String, String> queries = queries();
            Map<String, String> missing = new LinkedHashMap<>(queries);
            await("series").atMost(SOON).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
                somethingHappens(jdfwire, new Inbox(data.inbox()));
                missing.values().removeIf(query -> prometheus.ask(query).size() > 0);
                assertThat(missing).isEmpty();
            });
            for (RuleFile.Rule rule : RuleFile.ours().shortened(FACTOR).rules()) {
                assertThat(prometheus.ask(rule.expression()).isArray())
                        .as("%s: %s", rule.name(), prometheus.ask(rule.expression()))
                        .isTrue();
            }
            queries.forEach((from, query) -> System.out.printf(
                    "%-60s %4d series  %s%n", from, prometheus.ask(query).size(), query));
        } finally {
            site.stop(0);
        }
    }

    @Test
    void everyPanelSaysWhatItShowsAndInWhichUnit() throws Exception {
        assertThat(Dashboards.panels()).hasSizeGreaterThan(50).allSatisfy(panel -> {
            JsonNode json = panel.json();
            assertThat(panel.title()).isNotBlank();
            assertThat(json.path("description").asString("")).as(panel.title()).hasSizeGreaterThan(4);
            assertThat(json.at("/fieldConfig/defaults/unit").asString(""))
                    .as(panel.title())
                    .isNotBlank();
            assertThat(json.at("/datasource/uid").asString("")).isEqualTo("prometheus");
            assertThat(panel.queries()).as(panel.title()).isNotEmpty();
        });
    }

    private static Map<String, String> queries() throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        for (Dashboards.Panel panel : Dashboards.panels()) {
            for (int i = 0; i < panel.queries().size(); i++) {
                queries.put(
                        panel.dashboard() + ": " + panel.title() + " " + (char) ('A' + i),
                        panel.queries().get(i));
            }
        }
        int number = 0;
        for (RuleFile.Rule rule : RuleFile.ours().rules()) {
            List<String> selectors = SELECTOR.matcher(rule.expression())
                    .results()
                    .map(found -> found.group())
                    .distinct()
                    .toList();
            assertThat(selectors).as(rule.name()).isNotEmpty();
            for (String selector : selectors) {
                queries.put("rule " + ++number + ": " + rule.name(), selector);
            }
        }
        return queries;
    }

    /** A further issue comes, of the next month, and somebody reads. */
    private void somethingHappens(Standalone jdfwire, Inbox inbox) {
        int issue = 201 + dropped;
        String page = new String(SamplePages.page(issue, "On October 1, as ever.", "Another."), StandardCharsets.UTF_8)
                .replace("Nov. 2026", MONTHS.get(dropped % MONTHS.size()) + " " + (2018 + dropped / MONTHS.size()));
        inbox.drop(issue + ".html", page.getBytes(StandardCharsets.UTF_8), SamplePages.url(issue));
        dropped++;
        new FeedClient(jdfwire.url()).get("/v1/topics");
        if (dropped == 1) {
            System.gc();
        }
    }

    private static List<String> settings(int port) {
        String source = "fetcher.sources.sample.";
        return new ArrayList<>(List.of(
                "fetcher.enabled=sample",
                "fetcher.canary.interval=1s",
                source + "kind=site",
                source + "start=http://127.0.0.1:" + port + PAGE,
                source + "allow-hosts=127.0.0.1",
                source + "allow-ports=" + port,
                source + "interval=2s",
                source + "delay=10ms"));
    }

    private static HttpServer site() throws IOException {
        byte[] page = SamplePages.page(301, "On October 1, as ever.");
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        site.createContext("/en/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        site.start();
        return site;
    }
}
