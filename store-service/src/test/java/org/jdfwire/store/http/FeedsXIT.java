package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.manifest;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.abdera.Abdera;
import org.apache.abdera.model.Document;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.store.StoreRig;
import org.jdfwire.store.document.NodeReaders;
import org.jdfwire.store.feed.JsonFeedReader;
import org.jdom2.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The feeds for feed readers, read back by Rome and by a reader of JSON Feed's specification. */
class FeedsXIT {
    private static final int TOPICS = 125;
    private static final int VERSIONS = 4;

    private static StoreRig rig;

    @BeforeAll
    static void start() {
        rig = new StoreRig().start();
        // each version has one topic less than the one before, and each topic a new text: 500 events, which is three
        // full
        // ranges and one of 116, more than the feed's usual limit
        rig.send(topic(132, "alone", "DE", page(132, 1, MORNING, "alone"), PARSER, "As it stands."));
        rig.send(topic(132, "alone", "DE", page(132, 1, MORNING.minusSeconds(60), "old"), PARSER, "As it once stood."));
        for (int version = 1; version <= VERSIONS; version++) {
            PageRef page = page(133, version, MORNING.plus(Duration.ofHours(version)), "v" + version);
            List<String> names = new ArrayList<>();
            for (int i = version; i <= TOPICS; i++) {
                names.add("t" + i);
                rig.send(topic(133, "t" + i, i % 2 == 0 ? "DE" : "FR", page, PARSER, "Text " + version + " & <b>."));
            }
            rig.send(manifest(133, page, PARSER, names.toArray(String[]::new)));
        }
        int revisions = IntStream.rangeClosed(1, VERSIONS)
                .map(version -> TOPICS - version + 1)
                .sum();
        rig.changes(3 + 1 + revisions + VERSIONS - 1);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?country=DE"})
    void whoFollowsTheArchivesOfTheAtomFeedHasEveryTopicInItsLastState(String query) throws FeedException {
        Map<String, Entry> merged = new HashMap<>();
        Set<String> gone = new HashSet<>();
        int documents = 0;
        String address = "/feeds/topics.atom" + query;
        while (address != null) {
            Feed feed = atom(rig.get(rig.uri(address)));
            deleted(feed).stream().filter(id -> !merged.containsKey(id)).forEach(gone::add);
            for (Entry entry : feed.getEntries()) {
                if (!gone.contains(entry.getId())) {
                    merged.merge(entry.getId(), entry, FeedsXIT::newer);
                }
            }
            documents++;
            address = link(feed, "prev-archive");
        }

        assertThat(documents).isEqualTo(4);
        Map<String, String> expected = new HashMap<>();
        rig.json("/v1/topics" + (query.isEmpty() ? "?" : query + "&") + "limit=1000")
                .get("topics")
                .values()
                .forEach(topic -> expected.put(
                        "tag:jdfwire.org,2026:topic:" + topic.get("topicId").asString(),
                        topic.at("/paragraphs/0").asString()));
        assertThat(expected).isNotEmpty();
        Map<String, String> read = new HashMap<>();
        merged.forEach((id, entry) -> read.put(id, entry.getContents().get(0).getValue()));
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void archivesAreLinkedBothWaysAndStayAsTheyAre() throws FeedException {
        Feed current = atom(rig.get(rig.uri("/feeds/topics.atom")));
        HttpResponse<String> second = rig.get(rig.uri(link(current, "prev-archive")));
        HttpResponse<String> first = rig.get(rig.uri(link(atom(second), "prev-archive")));
        HttpResponse<String> zeroth = rig.get(rig.uri("/feeds/archive/0"));

        assertThat(link(current, "next-archive")).isNull();
        assertThat(current.getForeignMarkup()).extracting(Element::getName).doesNotContain("archive");
        assertThat(atom(first).getForeignMarkup()).extracting(Element::getName).contains("archive");
        assertThat(link(atom(first), "prev-archive")).isEqualTo("/feeds/archive/0");
        assertThat(link(atom(zeroth), "prev-archive")).isNull();
        assertThat(zeroth.body()).contains("As it stands.").doesNotContain("As it once stood.");
        assertThat(rig.get(rig.uri(link(atom(first), "next-archive"))).body()).isEqualTo(second.body());
        assertThat(link(atom(second), "next-archive")).isNull();
        assertThat(link(atom(second), "current")).isEqualTo("/feeds/topics.atom");
        assertThat(first.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        assertThat(second.headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
    }

    @Test
    void aFeedThatIsCutShortDoesNotClaimToReachItsArchive() throws FeedException {
        assertThat(link(atom(rig.get(rig.uri("/feeds/topics.atom?limit=2"))), "prev-archive"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/topics.json, application/json, application/feed+json",
        "/feeds/topics.atom, application/xml, application/atom+xml",
        "/feeds/archive/0, application/xml, application/atom+xml"
    })
    void aFeedIsGivenToWhoKnowsItByItsFamilyOnly(String path, String accepted, String form) {
        HttpResponse<String> response = rig.get(rig.uri(path), "Accept", accepted);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(form);
    }

    @Test
    void theJsonFeedHasEveryTopicPageByPage() {
        List<String> ids = new ArrayList<>();
        String address = "/feeds/topics.json?limit=30&country=DE";
        while (address != null) {
            HttpResponse<String> response = rig.get(rig.uri(address));
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/feed+json");
            JsonNode feed = Json.MAPPER.readTree(response.body());
            JsonFeedReader.check(feed);
            feed.get("items").values().forEach(item -> ids.add(item.get("id").asString()));
            address = feed.has("next_url") ? local(feed.get("next_url").asString()) : null;
        }

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsExactlyElementsOf(rig.json("/v1/topics?limit=1000&country=DE").get("topics").values().stream()
                        .map(topic -> "tag:jdfwire.org,2026:topic:"
                                + topic.get("topicId").asString())
                        .toList());
    }

    @Test
    void abderaReadsTheAtomFeedWhole() {
        HttpResponse<byte[]> response = rig.getBytes(rig.uri("/feeds/topics.atom?limit=1000"));
        Document<org.apache.abdera.model.Feed> read =
                Abdera.getInstance().getParser().parse(new ByteArrayInputStream(response.body()));

        Map<String, String> entries = new HashMap<>();
        read.getRoot().getEntries().forEach(entry -> entries.put(entry.getId().toString(), entry.getContent()));
        assertThat(entries).isEqualTo(texts());
        assertThat(read.getRoot().getUpdated()).isNotNull();
        assertThat(read.getRoot().getEntries())
                .allMatch(entry -> entry.getUpdated() != null && entry.getTitle() != null && entry.getAuthor() == null);
    }

    @ParameterizedTest
    @CsvSource({"/feeds/topics.atom?limit=1000, atom", "/feeds/topics.json?limit=1000, json"})
    void feedsmithReadsBothFeedsWhole(String path, String format) {
        JsonNode read = NodeReaders.read("feed.mjs", rig.get(rig.uri(path)).body());

        Map<String, String> entries = new HashMap<>();
        read.get("entries")
                .values()
                .forEach(entry -> entries.put(
                        entry.get("id").asString(), entry.get("text").asString()));
        assertThat(read.get("format").asString()).isEqualTo(format);
        assertThat(entries).isEqualTo(texts());
    }

    /** Returns the text of every topic by its id in the feeds. */
    private static Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        rig.json("/v1/topics?limit=1000")
                .get("topics")
                .values()
                .forEach(topic -> texts.put(
                        "tag:jdfwire.org,2026:topic:" + topic.get("topicId").asString(),
                        topic.at("/paragraphs/0").asString()));
        assertThat(texts).hasSizeGreaterThan(100);
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/topics.atom", "/feeds/topics.json", "/feeds/archive/0"})
    void whoHasItAlreadyIsToldSo(String path) {
        HttpResponse<String> first = rig.get(rig.uri(path));
        String etag = first.headers().firstValue("etag").orElseThrow();

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(rig.get(rig.uri(path), "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(rig.get(rig.uri(path), "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    /** A time of whole seconds hides what changed within one, and an archive gets a successor without any change in it. */
    @ParameterizedTest
    @ValueSource(strings = {"/feeds/topics.atom", "/feeds/topics.json", "/feeds/archive/0"})
    void whoAsksByATimeAloneIsNeverToldThatNothingChanged(String path) {
        HttpResponse<String> response = rig.get(rig.uri(path), "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Last-Modified")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/archive/1", "/feeds/archive/1572864", "/feeds/archive/x"})
    void anArchiveThatIsNoneOrNotCompleteIsNotThere(String path) {
        HttpResponse<String> response = rig.get(rig.uri(path));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("There is no archive ");
    }

    private static Feed atom(HttpResponse<String> response) throws FeedException {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/atom+xml");
        return (Feed) new WireFeedInput().build(new StringReader(response.body()));
    }

    private static List<String> deleted(Feed feed) {
        return feed.getForeignMarkup().stream()
                .filter(element -> element.getName().equals("deleted-entry"))
                .map(element -> element.getAttributeValue("ref"))
                .toList();
    }

    private static String link(Feed feed, String relation) {
        return feed.getOtherLinks().stream()
                .filter(link -> link.getRel().equals(relation))
                .map(Link::getHref)
                .map(FeedsXIT::local)
                .findFirst()
                .orElse(null);
    }

    private static String local(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static Entry newer(Entry one, Entry other) {
        return other.getUpdated().after(one.getUpdated()) ? other : one;
    }
}
