package org.jdfwire.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    @TempDir
    Path home;

    private Path data;
    private Path pages;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void pages() throws IOException {
        data = home.resolve("data");
        pages = Files.createDirectory(home.resolve("pages"));
        Files.writeString(pages.resolve("good.html"), "good");
        Files.writeString(pages.resolve("good.url"), "URL=https://www.mod.go.jp/en/jdf/no133/topics.html");
        Files.writeString(pages.resolve("bad.html"), "bad");
        Files.writeString(pages.resolve("notes.txt"), "not a page");
    }

    @Test
    void waitsUntilEachFileIsTakenOrRefusedAndSaysWhich() throws Exception {
        try (DataFolder running = DataFolder.take(data)) {
            CompletableFuture<Boolean> allTaken = start(pages);
            Path good = awaitInInbox("good.html");
            assertThat(good.resolveSibling(good.getFileName() + ".url")).exists();
            Path bad = awaitInInbox("bad.html");

            move(good, "done");
            Files.writeString(
                    folder("failed").resolve(bad.getFileName() + ".reason.txt"), "url: none (expected: one)\n");
            move(bad, "failed");

            assertThat(allTaken.get()).isFalse();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("2 of 2 done, 1 refused")
                .contains("refused " + pages.resolve("bad.html") + ": url: none (expected: one)");
    }

    @Test
    void succeedsOnlyWhenAllWereTaken() throws Exception {
        try (DataFolder running = DataFolder.take(data)) {
            CompletableFuture<Boolean> allTaken = start(pages.resolve("good.html"));
            move(awaitInInbox("good.html"), "done");

            assertThat(allTaken.get()).isTrue();
        }
    }

    @Test
    void givesALongNameAShorterOneInTheInbox() throws Exception {
        String name = "防".repeat(83) + ".html";
        Path page =
                Files.writeString(Files.createDirectory(home.resolve("long")).resolve(name), "good");
        Files.writeString(
                page.resolveSibling("防".repeat(83) + ".url"), "URL=https://www.mod.go.jp/en/jdf/no1/topics.html");
        try (DataFolder running = DataFolder.take(data)) {
            CompletableFuture<Boolean> allTaken = start(page);
            Path dropped = awaitInInbox("防.html");
            assertThat(dropped.resolveSibling(dropped.getFileName() + ".url")).exists();
            Files.writeString(folder("failed").resolve(dropped.getFileName() + ".reason.txt"), "no\n");
            move(dropped, "failed");

            assertThat(allTaken.get()).isFalse();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("refused " + page + ": no");
    }

    @Test
    void followsALinkToAFolder() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("link"), pages);
        Files.delete(pages.resolve("bad.html"));
        try (DataFolder running = DataFolder.take(data)) {
            CompletableFuture<Boolean> allTaken = start(link);
            move(awaitInInbox("good.html"), "done");

            assertThat(allTaken.get()).isTrue();
        }
    }

    @Test
    void refusesAFileThatIsNoPageByItsName() throws Exception {
        try (DataFolder running = DataFolder.take(data)) {
            assertThat(start(pages.resolve("notes.txt")).get()).isFalse();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("refused " + pages.resolve("notes.txt"));
    }

    @Test
    void saysWhatIsWrongBeforeItCopiesAnything() {
        assertThatThrownBy(() -> run("--data", data.toString(), pages.toString()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no JDF Wire is running on it");
        assertThatThrownBy(() ->
                        run("--data", data.toString(), home.resolve("nothing").toString()))
                .hasMessage(home.resolve("nothing") + ": no such file or folder");
        assertThatThrownBy(() -> run("--data", data.toString())).hasMessageStartingWith("import: no path");
        assertThatThrownBy(() -> run("--data=", pages.toString()))
                .hasMessage("--data: no value (expected: --data DIR)");
        assertThatThrownBy(() -> run("--date", "x")).hasMessageStartingWith("--date: no such flag");
        assertThat(data.resolve("inbox")).doesNotExist();
    }

    private CompletableFuture<Boolean> start(Path path) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return run("--data", data.toString(), path.toString());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private boolean run(String... arguments) throws InterruptedException {
        return Import.run(List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private Path awaitInInbox(String name) {
        return await().until(() -> inInbox(name), found -> found != null);
    }

    private Path inInbox(String name) throws IOException {
        Path inbox = data.resolve("inbox");
        if (!Files.isDirectory(inbox)) {
            return null;
        }
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> file.getFileName().toString().endsWith(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(data.resolve("inbox").resolve(name));
    }

    private void move(Path file, String folder) throws IOException {
        Files.move(file, folder(folder).resolve(file.getFileName()));
    }
}
