package org.jdfwire.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
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

/**
 * From the bytes of a page to its topics, beside bare Jsoup reading the same bytes; an operation is one page, the pages
 * of a set in turn. Run it with {@code -prof gc} to see what each allocates.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PageToTopics {
    /** Which pages: those of the demo's sample site, or those of the parser's gold set. */
    @Param({"sample", "gold"})
    public String set = "";

    private final PageParser parser = new PageParser();
    private List<BenchPage> pages = List.of();
    private List<List<TopicContent>> contents = List.of();
    private int turn;

    /** Reads the pages once, outside of what is measured. */
    @Setup
    public void readPages() throws IOException {
        pages = set.equals("gold") ? BenchPage.gold() : BenchPage.sample();
        contents = pages.stream().map(this::contents).toList();
    }

    /** What the parser does for a page: decode, parse, find topics, read their fields, hash them. */
    @Benchmark
    public ParseResult parse() {
        BenchPage page = next();
        return parser.parse(page.fetched(), page.body());
    }

    /** The same and the JSON of every topic, as it is sent. */
    @Benchmark
    public List<byte[]> parseToJson() {
        BenchPage page = next();
        List<byte[]> events = new ArrayList<>();
        if (parser.parse(page.fetched(), page.body()) instanceof ParseResult.Parsed parsed) {
            for (Topic topic : parsed.topics()) {
                events.add(Json.bytes(topic));
            }
            events.add(Json.bytes(parsed.manifest()));
        }
        return events;
    }

    @Benchmark
    public Document baselineJsoup() throws IOException {
        BenchPage page = next();
        return Jsoup.parse(new ByteArrayInputStream(page.body()), null, page.url());
    }

    /** Jsoup with the positions that evidence needs. */
    @Benchmark
    public Document baselineJsoupWithPositions() {
        return withPositions(next());
    }

    /** The same, and the content hashes of the topics, which are known beforehand: no way of reading can be faster. */
    @Benchmark
    public List<String> leastOfAll() {
        BenchPage page = next();
        List<String> hashes = new ArrayList<>();
        hashes.add(withPositions(page).nodeName());
        for (TopicContent content : contents.get(turn)) {
            hashes.add(content.hash());
        }
        return hashes;
    }

    private static Document withPositions(BenchPage page) {
        String text = new String(page.body(), StandardCharsets.UTF_8);
        return Parser.htmlParser().setTrackPosition(true).parseInput(text, page.url());
    }

    private List<TopicContent> contents(BenchPage page) {
        return parser.parse(page.fetched(), page.body()) instanceof ParseResult.Parsed parsed
                ? parsed.topics().stream().map(TopicContent::of).toList()
                : List.of();
    }

    private BenchPage next() {
        turn = turn + 1 < pages.size() ? turn + 1 : 0;
        return pages.get(turn);
    }
}
