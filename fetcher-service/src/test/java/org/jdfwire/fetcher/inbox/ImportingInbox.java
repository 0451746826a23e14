package org.jdfwire.fetcher.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.ledger.InMemoryLog;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.OutcomeCounter;

/** An inbox for archives of the sample site, and what it has published. */
final class ImportingInbox {
    static final String SITE = "https://www.mod.go.jp/en/jdf/";
    static final String URL = SITE + "no133/topics.html";
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Path folder;
    private final InMemoryLog log = new InMemoryLog();
    private InboxSource inbox;

    ImportingInbox(Path folder) throws IOException {
        this.folder = folder;
        restart();
    }

    /** Goes on as another process on the same folder and the same log would. */
    void restart() throws IOException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        inbox = new InboxSource(
                new InboxSettings(
                        "inbox", folder, Duration.ofSeconds(1), Duration.ZERO, List.of(CanonicalUrl.of(SITE))),
                new Ledger(log, new OutcomeCounter(registry)),
                InstantSource.fixed(NOW),
                registry);
        inbox.prepare();
    }

    /** Drops an archive and has it taken. */
    void take(String name, SampleWarc warc) throws IOException {
        drop(name, warc);
        look();
        assertThat(folder.resolve("done").resolve(name)).exists();
    }

    void drop(String name, SampleWarc warc) throws IOException {
        Files.write(folder.resolve(name), warc.toBytes());
    }

    /** Looks twice: what is the same at both is taken. */
    void look() throws IOException {
        inbox.step();
        inbox.step();
    }

    /** Returns the bodies of all pages published, with their times: {@code <p>a at 2021-03-01T00:00:00Z}. */
    List<String> published() {
        return log.pages().stream()
                .map(entry -> new String(entry.body(), StandardCharsets.UTF_8) + " at "
                        + entry.page().page().fetchedAt())
                .toList();
    }

    String report(String name) throws IOException {
        return Files.readString(folder.resolve("done").resolve(name + ".report.txt"));
    }
}
