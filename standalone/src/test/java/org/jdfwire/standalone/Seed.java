package org.jdfwire.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.JsonNode;

/** The one real page, No.133 TOPICS, which lies beside the clone and not in it. */
final class Seed {
    static final String URL = "https://www.mod.go.jp/en/jdf/no133/topics.html";
    static final int MARKUPS = 8;

    private static final Path FOLDER = Path.of(System.getProperty("jdfwire.shared"), "seed");

    private Seed() {}

    static void assumePresent() {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: the seed is not beside this clone (expected: " + FOLDER + ")");
    }

    static byte[] markup(int number) throws IOException {
        return Files.readAllBytes(FOLDER.resolve("markup/no133-topics-" + number + ".html"));
    }

    static JsonNode expectedTopics() throws IOException {
        return Json.MAPPER
                .readTree(Files.readAllBytes(FOLDER.resolve("expected.json")))
                .path("topics");
    }
}
