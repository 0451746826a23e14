package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdfwire.contracts.Destinations;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it costs to poll known pages that do not change, once each; the figures are printed. */
class IdleCostIT {
    /** Longer than the minute for which a robots.txt that could not be had keeps everything out. */
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {250, 1_000})
    void publishesNothingForKnownPagesAndAsksConditionallyOnceForEach(int pages) throws Exception {
        try (LocalSite site = new LocalSite()) {
            StringBuilder index = new StringBuilder();
            for (int i = 1; i < pages; i++) {
                index.append("<a href=").append(i).append(".html>").append(i).append("</a>");
                page(site, "/en/jdf/" + i + ".html", "<p>" + "the same text again and again ".repeat(100));
            }
            page(site, "/en/jdf/", index.toString());
            try (FetcherProcess fetcher = FetcherProcess.start(
                    folder,
                    List.of(
                            "fetcher.group=" + UUID.randomUUID(),
                            "fetcher.enabled=idle",
                            "fetcher.sources.idle.kind=site",
                            "fetcher.sources.idle.start=" + site.url("/en/jdf/"),
                            "fetcher.sources.idle.allow-hosts=127.0.0.1",
                            "fetcher.sources.idle.allow-ports=" + site.port(),
                            "fetcher.sources.idle.depth=1",
                            "fetcher.sources.idle.interval=1s",
                            "fetcher.sources.idle.delay=0s"))) {
                // not what it printed: of a commit whose answer is lost it tells nothing
                fetcher.awaitDone("all pages published", LONG, () -> published(site) == pages);
                int requests = site.log().size();
                Duration cpu = fetcher.cpu();
                long began = System.nanoTime();

                await().atMost(LONG).until(() -> site.log().size() >= requests + pages);
                Duration used = fetcher.cpu().minus(cpu);
                List<LocalSite.Request> polls =
                        site.log().subList(requests, site.log().size());
                List<ConsumerRecord<byte[], byte[]>> records = TestKafka.read(Destinations.FETCHES, site.url("/"));

                assertThat(published(site)).isEqualTo(pages);
                assertThat(polls).allSatisfy(poll -> assertThat(poll.headers()).containsKey("if-none-match"));
                System.out.printf(
                        "idle cost of %d URLs: %d requests, 0 bytes of bodies, %.2f CPU s, %.1f s, %d bytes a record%n",
                        pages,
                        polls.size(),
                        used.toMillis() / 1e3,
                        (System.nanoTime() - began) / 1e9,
                        records.stream()
                                        .mapToInt(record -> record.value().length)
                                        .sum()
                                / records.size());
            }
        }
    }

    private static int published(LocalSite site) {
        return TestKafka.read(Destinations.PAGES, site.url("/")).size();
    }

    private static void page(LocalSite site, String path, String body) {
        site.page(path, new LocalSite.Page(200, Map.of("Content-Type", "text/html", "ETag", "\"1\""), body.getBytes()));
    }
}
