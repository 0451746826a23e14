package org.jdfwire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;

/**
 * A page to measure with.
 *
 * @param url its address
 * @param body its bytes
 * @param fetched how the parser gets it
 */
record BenchPage(String url, byte[] body, PageFetched fetched) {
    private static final String SITE = "https://www.mod.go.jp";
    private static final List<String> SAMPLE =
            List.of("/e/jdf/no08/topics.html", "/e/jdf/no77/topics.html", "/en/jdf/no131/topics.html");
    private static final String GOLD = "parser-service/src/test/resources/org/jdfwire/parser/gold";

    /** Issue and section in the name of a gold page, such as {@code jdf-2014-no90-leaders.html}. */
    private static final Pattern GOLD_NAME = Pattern.compile(".*-no(\\d+)-([a-z0-9]+)\\.html");

    /** Returns the pages of the demo's sample site: three eras. */
    static List<BenchPage> sample() throws IOException {
        List<BenchPage> pages = new ArrayList<>();
        for (String path : SAMPLE) {
            try (InputStream page = BenchPage.class.getResourceAsStream("/sample-site/act0" + path)) {
                if (page == null) {
                    throw new IllegalStateException("path: " + path + " (expected: a page of the sample site)");
                }
                pages.add(of(SITE + path, page.readAllBytes()));
            }
        }
        return pages;
    }

    /** Returns the gold set, from this repository's folder or the one that {@code -Djdfwire.gold} names. */
    static List<BenchPage> gold() throws IOException {
        Path folder = Path.of(System.getProperty("jdfwire.gold", GOLD));
        List<BenchPage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = GOLD_NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    String url = SITE + "/e/jdf/no" + name.group(1) + "/" + name.group(2) + ".html";
                    pages.add(of(url, Files.readAllBytes(file)));
                }
            }
        }
        if (pages.isEmpty()) {
            throw new IllegalStateException("gold pages in " + folder + ": 0 (expected: jdf-2014-no90-leaders.html …)");
        }
        return pages;
    }

    private static BenchPage of(String url, byte[] body) {
        PageRef page = new PageRef(url, 1, Json.sha256(body), Instant.EPOCH);
        return new BenchPage(url, body, new PageFetched(page, Via.FILE, url, null, null, null, "text/html"));
    }
}
