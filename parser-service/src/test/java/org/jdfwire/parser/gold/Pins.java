package org.jdfwire.parser.gold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one version of the parser makes of each gold page, as digests: all that goes out in events but the parser's name.
 *
 * @param version of the parser
 * @param digests by the name of the page
 */
record Pins(String version, Map<String, String> digests) {
    /** First line: {@code version} and the version; then a line a page; tabs between. */
    static final Path FILE = GoldPage.FOLDER.resolve("pins.tsv");

    private static final String VERSION = "version";

    /** Returns what the present parser makes of the pages. */
    static Pins present(List<GoldPage> pages) {
        Map<String, String> digests = new TreeMap<>();
        pages.forEach(page -> digests.put(page.name(), digest(page.parsed())));
        return new Pins(PageParser.VERSION, digests);
    }

    /** Returns what was recorded. */
    static Pins recorded() {
        Map<String, String> digests = new TreeMap<>();
        try {
            Files.readAllLines(FILE).forEach(line -> {
                String[] columns = line.split("\t");
                digests.put(columns[0], columns[1]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("pins: " + FILE.toAbsolutePath() + " cannot be read", e);
        }
        String version = digests.remove(VERSION);
        if (version == null) {
            throw new IllegalStateException("pins: no version (expected: a line \"version\", tab, version)");
        }
        return new Pins(version, digests);
    }

    /** Writes them where {@link #recorded} reads them. */
    void record() throws IOException {
        StringBuilder lines = new StringBuilder(VERSION + "\t" + version + "\n");
        digests.forEach(
                (page, digest) -> lines.append(page).append('\t').append(digest).append('\n'));
        Files.writeString(FILE, lines);
    }

    /** Returns the pages that both know and of which they say different things. */
    List<String> changedSince(Pins earlier) {
        return digests.entrySet().stream()
                .filter(pin -> !earlier.digests
                        .getOrDefault(pin.getKey(), pin.getValue())
                        .equals(pin.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    static String digest(ParseResult result) {
        if (result instanceof ParseResult.Parsed parsed) {
            StringBuilder output = new StringBuilder();
            parsed.topics().forEach(topic -> output.append(withoutParser(topic)).append('\n'));
            return Json.hash(output.append(withoutParser(parsed.manifest())).toString());
        }
        PageRejected reject = ((ParseResult.Rejected) result).reject();
        return Json.hash(withoutParser(reject));
    }

    private static String withoutParser(Object event) {
        JsonNode json = Json.MAPPER.valueToTree(event);
        ((ObjectNode) json).remove("parser");
        return Json.canonical(json);
    }
}
