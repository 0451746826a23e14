package org.jdfwire.parser.era;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import org.jspecify.annotations.Nullable;

/**
 * What the parser makes of one page of a layout; it lies beside the page, in the folder named like the layout.
 *
 * @param url the page's canonical address
 * @param layout the page is read as
 * @param rejected why it gives no topics, null where it was read
 * @param issue it belongs to, null where nothing tells it
 * @param section of the issue, null where nothing tells it
 * @param topics in order
 */
record LayoutFixture(
        String url,
        String layout,
        @Nullable RejectReason rejected,
        @Nullable IssueRef issue,
        @Nullable String section,
        List<Entry> topics) {

    /** Where all fixtures lie, seen from the module. */
    static final Path ROOT = Path.of("src/test/resources/org/jdfwire/parser/era");

    private static final String RECORDED = ".json";
    private static final PageParser PARSER = new PageParser();

    /**
     * A topic.
     *
     * @param countries by flag and heading
     * @param occurred {@code start..end} of each occurrence
     * @param captions of its photos, null for a photo without one
     */
    record Entry(
            String topicId,
            String title,
            List<String> countries,
            List<String> occurred,
            List<String> paragraphs,
            List<@Nullable String> captions) {

        static Entry of(Topic topic) {
            return new Entry(
                    topic.topicId(),
                    topic.title(),
                    topic.countries().stream()
                            .filter(country -> country.evidence() != Country.Evidence.TEXT)
                            .map(Country::code)
                            .toList(),
                    topic.occurred().stream()
                            .map(day -> day.start() + ".." + day.end())
                            .toList(),
                    topic.paragraphs(),
                    topic.images().stream().map(Image::caption).toList());
        }
    }

    /** Parses a page of a layout. */
    static LayoutFixture of(String url, byte[] body) {
        PageRef page = new PageRef(url, 1, Json.sha256(body), Instant.EPOCH);
        PageFetched fetched = new PageFetched(page, Via.FILE, url, null, null, null, "text/html");
        ParseResult result = PARSER.parse(fetched, body);
        if (result instanceof ParseResult.Parsed parsed) {
            PageParsed manifest = parsed.manifest();
            List<Entry> topics = parsed.topics().stream().map(Entry::of).toList();
            String layout = manifest.parser().layout();
            return new LayoutFixture(url, layout, null, manifest.issue(), manifest.section(), topics);
        }
        PageRejected reject = ((ParseResult.Rejected) result).reject();
        return new LayoutFixture(url, reject.parser().layout(), reject.reason(), null, null, List.of());
    }

    /** Returns all fixtures' pages. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(RECORDED))
                    .sorted()
                    .toList();
        }
    }

    /** Returns where the result for a page is recorded. */
    static Path recordOf(Path page) {
        String name = page.getFileName().toString();
        return page.resolveSibling(name.substring(0, name.lastIndexOf('.')) + RECORDED);
    }

    String toJson() {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
