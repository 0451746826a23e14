package org.jdfwire.fetcher.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.fetcher.ledger.InMemoryLog;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.OutcomeCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxSourceTest {
    private static final String URL = "https://www.mod.go.jp/en/jdf/no133/topics.html";
    private static final String PAGE = "<!-- saved from url=(0047)" + URL + " -->\n<p>a page";

    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final InMemoryLog log = new InMemoryLog();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private InboxSource inbox;

    @BeforeEach
    void start() throws IOException {
        inbox = inbox();
        inbox.prepare();
    }

    @Test
    void takesAFileThatHasStoppedGrowing() throws IOException {
        drop("page.html", PAGE.substring(0, 60));
        inbox.step();
        drop("page.html", PAGE);
        inbox.step();
        assertThat(log.pages()).isEmpty();
        inbox.step();

        assertThat(log.pages()).singleElement().satisfies(entry -> {
            assertThat(entry.body()).asString(StandardCharsets.UTF_8).isEqualTo(PAGE);
            assertThat(entry.record().url()).isEqualTo(URL);
            assertThat(entry.record().nextAt()).isNull();
            assertThat(entry.page()).isNotNull().satisfies(page -> {
                assertThat(page.via()).isEqualTo(Via.FILE);
                assertThat(page.page().fetchedAt())
                        .as("the moment it was taken")
                        .isEqualTo(now.get());
            });
        });
        assertThat(folder.resolve("done/page.html")).hasContent(PAGE);
        assertThat(folder.resolve("page.html")).doesNotExist();
    }

    @Test
    void looksASecondTimeSoonWhereAnOperatorWishesIt() throws IOException {
        inbox = inbox(LOOK_EVERY);
        assertThat(inbox.step()).isEqualTo(LOOK_EVERY);
        drop("page.html", PAGE);
        inbox.pollNow(new PollRequested("inbox", now.get(), "ops"));

        assertThat(inbox.step()).isEqualTo(Duration.ofSeconds(1));
        assertThat(inbox.step()).isEqualTo(LOOK_EVERY);
        assertThat(log.pages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page.html.url|[InternetShortcut]\r\nURL=%s\r\nIconIndex=0\r\n",
                "page.url|\uFEFF%s\n",
                "page.url|\n\n  url = %s  ",
            })
    void readsTheUrlBesideItFirst(String shortcut) throws IOException {
        String[] parts = shortcut.split("\\|");
        drop("page.html", PAGE.replace("topics", "other"));
        drop(parts[0], parts[1].formatted(URL));
        look(2);

        assertThat(log.pages()).extracting(entry -> entry.record().url()).containsExactly(URL);
        assertThat(folder.resolve("done").resolve(parts[0])).exists();
        assertThat(folder.resolve(parts[0])).doesNotExist();
    }

    @Test
    void readsTheCanonicalLinkWhereNothingElseIsStated() throws IOException {
        drop(
                "page.htm",
                "<html><head><LINK REL='shortlink Canonical' HREF=http://www.mod.go.jp/e/jdf/no133/topics.html>");
        look(2);

        assertThat(log.pages()).singleElement().satisfies(entry -> {
            assertThat(entry.record().url()).isEqualTo(URL);
            assertThat(entry.page())
                    .isNotNull()
                    .satisfies(page ->
                            assertThat(page.finalUrl()).isEqualTo("http://www.mod.go.jp/e/jdf/no133/topics.html"));
        });
    }

    @Test
    void readsTheCommentOfAPageInUtf16() throws IOException {
        Files.write(folder.resolve("page.html"), ("\uFEFF" + PAGE).getBytes(StandardCharsets.UTF_16LE));
        look(2);

        assertThat(log.pages()).extracting(entry -> entry.record().url()).containsExactly(URL);
    }

    @Test
    void waitsForTheUrlToArrive() throws IOException {
        drop("page.html", "<p>no url");
        look(3);
        assertThat(folder.resolve("page.html")).exists();

        drop("page.url", URL);
        look(2);
        assertThat(log.pages()).hasSize(1);
    }

    @Test
    void refusesAFileWithoutUrlAfterWaiting() throws IOException {
        drop("page.html", "<p>no url");
        look(2);
        pass(Duration.ofSeconds(5));
        look(1);

        assertRefused("page.html", "no URL (expected: page.html.url beside it");
    }

    @Test
    void refusesAUrlThatIsNone() throws IOException {
        drop("a.html", PAGE);
        drop("a.url", "[InternetShortcut]\nURL=ftp://x/");
        drop("b.html", "<link rel=canonical href=/relative>");
        look(2);

        assertRefused("a.html", "a.url has no URL in it (expected: a line URL=https://…, or just the URL)");
        assertRefused("b.html", "the canonical link says /relative (expected: an absolute http or https URL)");
        assertThat(folder.resolve("failed/a.url")).exists();
    }

    @Test
    void refusesJunkByWhatItIsAndTakesTheRest() throws IOException {
        drop("empty.html", "");
        drop("blank.html", " \r\n\t");
        Files.write(folder.resolve("zeros.html"), new byte[30 * 1024 * 1024]);
        Files.write(folder.resolve("fewzeros.html"), new byte[30]);
        Files.write(folder.resolve("png.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        Files.write(folder.resolve("bomb.html"), gzip(new byte[20 * 1024 * 1024]));
        drop("zip.html", "PK\u0003\u0004rest");
        Files.write(folder.resolve("notutf8.html"), new byte[] {(byte) 0xC3, '(', (byte) 0xFE, (byte) 0xFF, 'x'});
        drop("deep.html", "<div>".repeat(100_000));
        drop("good.html", PAGE);
        look(2);
        pass(Duration.ofSeconds(5));
        look(1);

        assertRefused("empty.html", "an empty file (expected: an HTML page)");
        assertRefused("blank.html", "nothing but white space (expected: an HTML page)");
        assertRefused("zeros.html", "a file of 31457280 bytes (expected: at most 10485760)");
        assertRefused("fewzeros.html", "a NUL byte at position 0 (expected: text");
        assertRefused("png.html", "a PNG picture (expected: an HTML page)");
        assertRefused("bomb.html", "a gzip file (expected: an HTML page)");
        assertRefused("zip.html", "a ZIP archive (expected: an HTML page)");
        assertRefused("notutf8.html", "no URL");
        assertRefused("deep.html", "no URL");
        assertThat(log.pages()).extracting(entry -> entry.record().url()).containsExactly(URL);
        assertThat(meters.get("jdfwire.inbox.refused").counter().count()).isEqualTo(9);
    }

    @Test
    void doesNotSeeUnfinishedAndHiddenFiles() throws IOException {
        drop("page.html.part", PAGE);
        drop(".page.html", PAGE);
        drop("notes.txt", PAGE);
        Files.createDirectory(folder.resolve("folder.html"));
        look(3);

        assertThat(log.batches()).isEmpty();
        assertThat(folder.resolve("failed")).isEmptyDirectory();
    }

    @Test
    void takesFilesOfOnePageInOrderOfNameEachInItsOwnTransaction() throws IOException {
        drop("2.html", PAGE + "2");
        drop("1.html", PAGE + "1");
        drop("3.html", PAGE + "2");
        look(2);

        assertThat(log.batches()).hasSize(3);
        assertThat(log.pages())
                .extracting(entry -> new String(entry.body(), StandardCharsets.UTF_8))
                .containsExactly(PAGE + "1", PAGE + "2");
    }

    @Test
    void takesManyPagesInFewTransactions() throws IOException {
        for (int i = 0; i < 120; i++) {
            drop("page%03d.html".formatted(i), PAGE.replace("no133", "no" + i));
        }
        look(2);

        assertThat(log.pages()).hasSize(120);
        assertThat(log.batches()).hasSize(3);
    }

    @Test
    void leavesAFileAloneThatCannotBeMovedAwayUntilItChanges() throws IOException {
        Files.createDirectories(folder.resolve("done/page.html/in the way"));
        drop("page.html", PAGE);
        look(6);
        assertThat(log.batches()).hasSize(1);

        drop("page.html", PAGE + "<p>more");
        look(6);
        assertThat(log.batches()).hasSize(2);
    }

    @Test
    void takesLargePagesInTransactionsOfSomeMegabytes() throws IOException {
        String filler = "x".repeat(3 * 1024 * 1024);
        for (int i = 0; i < 5; i++) {
            drop("page%03d.html".formatted(i), PAGE.replace("no133", "no" + i) + filler);
        }
        look(2);

        assertThat(log.batches()).as("two pages, two pages, and one").hasSize(3);
    }

    @Test
    void publishesNothingAgainAfterAKillBetweenPublishingAndMoving() throws IOException {
        drop("a.html", PAGE);
        look(1);
        log.failNext(InMemoryLog.Failure.WRITTEN_BUT_NOT_SAID);
        assertThatIllegalStateException().isThrownBy(() -> inbox.step());
        assertThat(folder.resolve("a.html")).exists();

        inbox = inbox();
        look(2);

        assertThat(log.pages()).hasSize(1);
        assertThat(folder.resolve("done/a.html")).exists();
    }

    @Test
    void aFolderThatIsAFileStopsTheStart() throws IOException {
        Files.delete(folder.resolve("done"));
        drop("done", "");

        assertThatThrownBy(() -> inbox.prepare())
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("done") + ": is a file (expected: a folder)");
    }

    private InboxSource inbox() {
        return inbox(Duration.ofSeconds(1));
    }

    private InboxSource inbox(Duration lookEvery) {
        InstantSource clock = now::get;
        InboxSettings settings = new InboxSettings("inbox", folder, lookEvery, Duration.ofSeconds(5), List.of());
        return new InboxSource(settings, new Ledger(log, new OutcomeCounter(meters)), clock, meters);
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private void look(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            inbox.step();
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private void assertRefused(String name, String reason) {
        assertThat(folder.resolve("failed").resolve(name)).exists();
        assertThat(folder.resolve("failed").resolve(name + ".reason.txt"))
                .content(StandardCharsets.UTF_8)
                .startsWith(reason);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
