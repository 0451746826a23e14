package org.jdfwire.parser.gold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;

/**
 * One page of the gold set.
 *
 * @param name of its file, without the ending
 * @param body its exact bytes
 * @param expected what a reader finds on it
 */
record GoldPage(String name, byte[] body, Expected expected) {
    /** Counted from the module, where tests run. */
    static final Path FOLDER = Path.of("src/test/resources/org/jdfwire/parser/gold");

    private static final String EXPECTED = ".expected.json";
    private static final PageParser PARSER = new PageParser();

    /** Returns all pages, by name. */
    static List<GoldPage> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(EXPECTED))
                    .sorted()
                    .map(GoldPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("gold set: " + FOLDER.toAbsolutePath() + " cannot be read", e);
        }
    }

    private static GoldPage read(Path expected) {
        String file = expected.getFileName().toString();
        String name = file.substring(0, file.length() - EXPECTED.length());
        Path html = expected.resolveSibling(name + ".html");
        Path page = Files.exists(html) ? html : expected.resolveSibling(name + ".xml");
        try {
            return new GoldPage(
                    name, Files.readAllBytes(page), Json.read(Files.readAllBytes(expected), Expected.class));
        } catch (IOException e) {
            throw new UncheckedIOException("gold page " + name + " cannot be read", e);
        }
    }

    /** Returns what the page's name begins with: the year its era began, or what else it is. */
    String era() {
        String[] parts = name.split("-", 3);
        return parts[0] + "-" + parts[1];
    }

    /** Whether it is a web page with news in it, and no feed. */
    boolean isArticle() {
        return !expected.news().isEmpty() && !era().equals("mod-news");
    }

    ParseResult parsed() {
        PageRef page = new PageRef(expected.url(), 1, Json.sha256(body), Instant.parse("2026-11-24T00:00:00Z"));
        return PARSER.parse(
                new PageFetched(page, Via.FILE, expected.url(), null, null, null, expected.contentType()), body);
    }

    @Override
    public String toString() {
        return name;
    }
}
