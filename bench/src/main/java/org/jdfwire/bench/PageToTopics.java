package org.jdfwire.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of a page to its topics, beside bare Jsoup reading the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PageToTopics {
    /** Pages of the demo's sample site: three eras. */
    @Param({"/e/jdf/no08/topics.html", "/e/jdf/no77/topics.html", "/en/jdf/no131/topics.html"})
    public String path = "";

    private final PageParser parser = new PageParser();
    private byte[] body = {};

    /** Reads the page once, outside of what is measured. */
    @Setup
    public void readPage() throws IOException {
        try (InputStream page = PageToTopics.class.getResourceAsStream("/sample-site/act0" + path)) {
            if (page == null) {
                throw new IllegalStateException("path: " + path + " (expected: a page of the sample site)");
            }
            body = page.readAllBytes();
        }
    }

    @Benchmark
    public ParseResult parse() {
        String url = "https://www.mod.go.jp" + path;
        PageRef page = new PageRef(url, 1, Json.sha256(body), Instant.EPOCH);
        return parser.parse(new PageFetched(page, Via.FILE, url, null, null, null, "text/html"), body);
    }

    @Benchmark
    public Document baselineJsoup() throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(body), null, "https://www.mod.go.jp" + path);
    }
}
