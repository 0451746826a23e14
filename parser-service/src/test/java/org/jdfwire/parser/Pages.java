package org.jdfwire.parser;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Topic;

/** Pages for tests, and the parser run on them. */
public final class Pages {
    public static final String URL = "https://www.mod.go.jp/en/jdf/no133/topics.html";
    private static final PageParser PARSER = new PageParser();

    private Pages() {}

    public static PageFetched fetched(String url, byte[] body) {
        PageRef page = new PageRef(url, 1, Json.sha256(body), Instant.parse("2026-11-24T00:00:00Z"));
        return new PageFetched(page, Via.FILE, url, null, null, null, "text/html");
    }

    /** Parses a page and returns its topics; fails where it was rejected. */
    public static List<Topic> topics(String url, String html) {
        ParseResult result = parse(url, html.getBytes(StandardCharsets.UTF_8));
        if (result instanceof ParseResult.Rejected rejected) {
            throw new AssertionError("rejected: " + rejected.reject());
        }
        return ((ParseResult.Parsed) result).topics();
    }

    /** Parses a body that stands under the usual header of No.133 TOPICS. */
    public static List<Topic> topicsOf(String body) {
        return topics(URL, page(body));
    }

    /** Parses such a body that holds one topic, and returns it; fails where it is read as several. */
    public static Topic topicOf(String body) {
        List<Topic> topics = topicsOf(body);
        if (topics.size() != 1) {
            throw new AssertionError("topics: " + titles(topics) + " (expected: one)");
        }
        return topics.get(0);
    }

    public static List<String> titles(List<Topic> topics) {
        return topics.stream().map(Topic::title).toList();
    }

    public static List<String> countries(Topic topic) {
        return topic.countries().stream().map(Country::code).toList();
    }

    public static PageRejected reject(String url, byte[] body) {
        ParseResult result = parse(url, body);
        if (result instanceof ParseResult.Parsed parsed) {
            throw new AssertionError("parsed: " + parsed.topics());
        }
        return ((ParseResult.Rejected) result).reject();
    }

    public static ParseResult parse(String url, byte[] body) {
        return PARSER.parse(fetched(url, body), body);
    }

    public static String page(String body) {
        return "<html><head><title>TOPICS | JDF - Japan Defense Focus (No.133) | Japan Ministry of Defense</title></head>"
                + "<body><p>Japan Defense Focus No.133 Mar. 2021</p>" + body + "</body></html>";
    }
}
