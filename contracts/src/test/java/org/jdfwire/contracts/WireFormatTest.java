package org.jdfwire.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.canary.CanaryArrived;
import org.jdfwire.contracts.canary.CanaryPage;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.page.Encoding;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.page.Sighting;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.contracts.topic.Confidence;
import org.jdfwire.contracts.topic.Evidence;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.contracts.topic.Repair;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

/** Pins every message as literal text: who changes one of these changes what others read. */
class WireFormatTest {
    private static final String AB = "ab".repeat(32);

    @Test
    void aFetchedPageIsAllHeaders() {
        PageFetched event = new PageFetched(
                Samples.PAGE, Via.HTTP, Samples.URL, 200, "\"abc\"", "Tue, 24 Nov 2026 01:00:00 GMT", "text/html");

        assertThat(event.toHeaders())
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "https://www.mod.go.jp/en/jdf/no201/topics.html@2"),
                        Map.entry("ce_source", "/jdfwire/fetcher"),
                        Map.entry("ce_type", "org.jdfwire.page.fetched.v1"),
                        Map.entry("ce_time", "2026-11-24T01:02:03Z"),
                        Map.entry("ce_subject", "https://www.mod.go.jp/en/jdf/no201/topics.html"),
                        Map.entry("ce_pageversion", "2"),
                        Map.entry("ce_pagesha256", AB),
                        Map.entry("ce_finalurl", "https://www.mod.go.jp/en/jdf/no201/topics.html"),
                        Map.entry("ce_httpstatus", "200"),
                        Map.entry("ce_etag", "\"abc\""),
                        Map.entry("ce_lastmodified", "Tue, 24 Nov 2026 01:00:00 GMT"),
                        Map.entry("ce_via", "http"),
                        Map.entry("content-type", "text/html"));
        assertThat(PageFetched.fromHeaders(event.toHeaders())).isEqualTo(event);
    }

    @Test
    void aFileHasNoStatusAndNoValidators() {
        PageFetched event = new PageFetched(Samples.PAGE, Via.FILE, Samples.URL, null, null, null, "text/html");

        assertThat(event.toHeaders()).doesNotContainKeys("ce_httpstatus", "ce_etag", "ce_lastmodified");
        assertThat(PageFetched.fromHeaders(event.toHeaders())).isEqualTo(event);
    }

    @Test
    void anOldCaptureSaysWhatSupersededIt() {
        Instant next = Instant.parse("2026-11-24T02:00:00Z");
        PageRef page = new PageRef(
                Samples.URL, 3, AB, Samples.PAGE.fetchedAt(), "cd".repeat(32), new Look(next, "ef".repeat(32)));
        PageFetched event = new PageFetched(page, Via.WARC, Samples.URL, 200, null, null, "text/html");

        assertThat(event.toHeaders())
                .containsEntry("ce_supersededby", "cd".repeat(32))
                .containsEntry("ce_nextseen", "2026-11-24T02:00:00Z")
                .containsEntry("ce_nextsha256", "ef".repeat(32));
        assertThat(PageFetched.fromHeaders(event.toHeaders())).isEqualTo(event);
        assertThat(text(page))
                .isEqualTo("{\"url\":\"" + Samples.URL + "\",\"version\":3,\"sha256\":\"" + AB
                        + "\",\"fetchedAt\":\"2026-11-24T01:02:03Z\",\"supersededBy\":\"" + "cd".repeat(32)
                        + "\",\"seenNext\":{\"at\":\"2026-11-24T02:00:00Z\",\"sha256\":\"" + "ef".repeat(32) + "\"}}");
        assertThat(Json.read(Json.bytes(page), PageRef.class)).isEqualTo(page);
    }

    @Test
    void aFetchRecordIsJson() {
        Instant at = Instant.parse("2026-11-24T01:02:03Z");
        FetchRecord event = new FetchRecord(
                Samples.URL,
                "jdf",
                "site",
                Samples.URL,
                1,
                Outcome.NOT_MODIFIED,
                null,
                at,
                at.minusSeconds(3600),
                at,
                at.plusSeconds(600),
                2,
                AB,
                "\"abc\"",
                null,
                Duration.ofMinutes(15),
                List.of(new Sighting(AB, at.minusSeconds(60), at)));

        assertThat(text(event))
                .isEqualTo("{\"url\":\"https://www.mod.go.jp/en/jdf/no201/topics.html\",\"source\":\"jdf\","
                        + "\"kind\":\"site\",\"fetchUrl\":\"https://www.mod.go.jp/en/jdf/no201/topics.html\",\"depth\":1,"
                        + "\"outcome\":\"NOT_MODIFIED\",\"at\":\"2026-11-24T01:02:03Z\","
                        + "\"since\":\"2026-11-24T00:02:03Z\",\"lastSuccessAt\":\"2026-11-24T01:02:03Z\","
                        + "\"nextAt\":\"2026-11-24T01:12:03Z\",\"version\":2,\"sha256\":\"" + AB
                        + "\",\"etag\":\"\\\"abc\\\"\",\"interval\":\"PT15M\",\"sightings\":[{\"sha256\":\"" + AB
                        + "\",\"from\":\"2026-11-24T01:01:03Z\",\"to\":\"2026-11-24T01:02:03Z\"}]}");
        assertThat(Json.read(Json.bytes(event), FetchRecord.class)).isEqualTo(event);
        assertThat(event.toHeaders())
                .containsEntry("ce_id", Samples.URL + "#2026-11-24T01:02:03Z")
                .containsEntry("ce_type", "org.jdfwire.fetch.recorded.v1")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void aFetchRecordThatAnOperatorsWishMadeSaysSoInItsIdToo() {
        Instant at = Instant.parse("2026-11-24T01:02:03Z");
        Instant wish = at.plusSeconds(60);
        FetchRecord event = new FetchRecord(
                Samples.URL,
                "jdf",
                "site",
                Samples.URL,
                0,
                null,
                null,
                at,
                at,
                null,
                wish,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                wish,
                2);

        assertThat(text(event)).endsWith("\"sightings\":[],\"pollRequestedAt\":\"2026-11-24T01:03:03Z\",\"moves\":2}");
        assertThat(Json.read(Json.bytes(event), FetchRecord.class)).isEqualTo(event);
        assertThat(event.toHeaders())
                .containsEntry(
                        "ce_id", Samples.URL + "#2026-11-24T01:02:03Z#2026-11-24T01:03:03Z#2026-11-24T01:03:03Z");
    }

    @Test
    void aTopicIsJson() {
        Topic event = Samples.topic("On October 2 and 3, they spoke.");

        assertThat(text(event))
                .isEqualTo("{\"topicId\":\"jdf-201-topics-talks-by-telephone-de\",\"publication\":\"jdf\","
                        + "\"issue\":{\"number\":201,\"month\":\"2026-11\"},\"section\":\"topics\","
                        + "\"title\":\"Talks by Telephone\",\"group\":{\"index\":1,\"size\":2},\"language\":\"en\","
                        + "\"countries\":[{\"code\":\"DE\",\"evidence\":\"flag\",\"text\":\"germany\"},"
                        + "{\"code\":\"JP\",\"evidence\":\"flag\",\"text\":\"japan\"}],"
                        + "\"occurred\":[{\"start\":\"2026-10-02\",\"end\":\"2026-10-03\","
                        + "\"text\":\"On October 2 and 3\",\"precision\":\"day\",\"yearInferred\":true,"
                        + "\"anchorInferred\":false}],\"people\":[{\"name\":\"Aoba\","
                        + "\"givenName\":\"Kei\",\"role\":\"Minister\",\"country\":\"JP\",\"id\":\"jp-aoba\","
                        + "\"text\":\"Minister AOBA Kei\"}],"
                        + "\"organizations\":[\"NIDS\"],\"kind\":\"port-call\","
                        + "\"paragraphs\":[\"On October 2 and 3, they spoke.\"],"
                        + "\"images\":[{\"url\":\"https://www.mod.go.jp/en/jdf/no201/a.jpg\",\"alt\":\"Talks\"}],"
                        + "\"links\":[{\"url\":\"https://www.mod.go.jp/en/\",\"text\":\"the ministry\"}],"
                        + "\"page\":{\"url\":\"https://www.mod.go.jp/en/jdf/no201/topics.html\",\"version\":2,"
                        + "\"sha256\":\"" + AB + "\",\"fetchedAt\":\"2026-11-24T01:02:03Z\"},"
                        + "\"evidence\":{\"startLine\":41,\"endLine\":58,\"selector\":\"body > div:nth-of-type(3)\","
                        + "\"words\":{\"kind\":\"Talks by Telephone\","
                        + "\"organizations\":{\"NIDS\":\"the National Institute\"}}},"
                        + "\"parser\":{\"version\":\"1.0.0\",\"layout\":\"jdf-2019\"},"
                        + "\"contentHash\":"
                        + "\"sha256:ecf043dc297a5ff8e343b56c35ac8a7093d0e21c7947c8f579c5bc26a25e3381\"}");
        assertThat(Json.read(Json.bytes(event), Topic.class)).isEqualTo(event);
        assertThat(event.toHeaders())
                .containsEntry("ce_id", "jdf-201-topics-talks-by-telephone-de@2.1.0.0")
                .containsEntry("ce_type", "org.jdfwire.topic.parsed.v1")
                .containsEntry("ce_subject", "jdf-201-topics-talks-by-telephone-de");
    }

    @Test
    void aPersonOfWhomLittleIsKnownIsShort() {
        Person event = new Person("Aoba", "Minister");

        assertThat(text(event)).isEqualTo("{\"name\":\"Aoba\",\"role\":\"Minister\"}");
        assertThat(Json.read(Json.bytes(event), Person.class)).isEqualTo(event);
    }

    @Test
    void theWordsOfOrganizationsKeepTheirOrder() {
        Map<String, String> organizations = new LinkedHashMap<>();
        List.of("UN", "NIDS", "ASEAN", "EU", "ATLA").forEach(name -> organizations.put(name, "the " + name));

        assertThat(text(new Evidence(1, 2, "p").with(new Evidence.Words(null, organizations))))
                .isEqualTo("{\"startLine\":1,\"endLine\":2,\"selector\":\"p\",\"words\":{\"organizations\":{"
                        + "\"UN\":\"the UN\",\"NIDS\":\"the NIDS\",\"ASEAN\":\"the ASEAN\",\"EU\":\"the EU\","
                        + "\"ATLA\":\"the ATLA\"}}}");
        assertThat(text(new Evidence(1, 2, "p"))).isEqualTo("{\"startLine\":1,\"endLine\":2,\"selector\":\"p\"}");
    }

    @Test
    void aManifestIsJson() {
        PageParsed event = new PageParsed(
                "jdf", new IssueRef(201, null), "topics", Samples.PAGE, Samples.PARSER, List.of(Samples.TOPIC_ID));

        assertThat(text(event))
                .isEqualTo("{\"publication\":\"jdf\",\"issue\":{\"number\":201},\"section\":\"topics\","
                        + "\"page\":{\"url\":\"https://www.mod.go.jp/en/jdf/no201/topics.html\",\"version\":2,"
                        + "\"sha256\":\"" + AB + "\",\"fetchedAt\":\"2026-11-24T01:02:03Z\"},"
                        + "\"parser\":{\"version\":\"1.0.0\",\"layout\":\"jdf-2019\"},"
                        + "\"topicIds\":[\"jdf-201-topics-talks-by-telephone-de\"]}");
        assertThat(Json.read(Json.bytes(event), PageParsed.class)).isEqualTo(event);
        assertThat(event.toHeaders())
                .containsEntry("ce_id", Samples.URL + "@2.1.0.0")
                .containsEntry("ce_type", "org.jdfwire.page.parsed.v1");
    }

    @Test
    void aPartialManifestSaysSo() {
        PageParsed event = new PageParsed(
                "mod-news", null, null, Samples.PAGE, Samples.PARSER, List.of("mod-news-a"), Boolean.TRUE, null);

        assertThat(text(event)).endsWith("\"topicIds\":[\"mod-news-a\"],\"partial\":true}");
        assertThat(Json.read(Json.bytes(event), PageParsed.class)).isEqualTo(event);
        assertThat(event.isComplete()).isFalse();
    }

    @Test
    void aManifestSaysWhatItsConfidenceWasCountedFrom() {
        PageParsed event = new PageParsed(
                "jdf",
                null,
                null,
                Samples.PAGE,
                Samples.PARSER,
                List.of("jdf-a"),
                null,
                null,
                new Confidence(
                        0.981,
                        List.of(
                                new Confidence.Measure("text", 931, 949, 0.95),
                                new Confidence.Measure("flagged", 0, 2, null))));

        assertThat(text(event))
                .endsWith("\"topicIds\":[\"jdf-a\"],\"confidence\":{\"score\":0.981,\"measures\":["
                        + "{\"name\":\"text\",\"found\":931,\"of\":949,\"expected\":0.95},"
                        + "{\"name\":\"flagged\",\"found\":0,\"of\":2}]}}");
        assertThat(Json.read(Json.bytes(event), PageParsed.class)).isEqualTo(event);
    }

    @Test
    void aManifestTellsTheEncoding() {
        Encoding encoding = new Encoding("windows-31j", Encoding.NamedBy.BYTE_ORDER_MARK);
        PageParsed event = new PageParsed("jdf", null, null, Samples.PAGE, Samples.PARSER, List.of(), null, encoding);

        assertThat(text(event))
                .endsWith("\"topicIds\":[],"
                        + "\"encoding\":{\"charset\":\"windows-31j\",\"namedBy\":\"byte-order-mark\"}}");
        assertThat(Json.read(Json.bytes(event), PageParsed.class)).isEqualTo(event);
    }

    @Test
    void repairsStandInTheEvidence() {
        Evidence evidence = new Evidence(1, 2, "p", null, List.of(new Repair("lndia", "India")));

        assertThat(text(evidence))
                .isEqualTo("{\"startLine\":1,\"endLine\":2,\"selector\":\"p\","
                        + "\"repairs\":[{\"found\":\"lndia\",\"read\":\"India\"}]}");
        assertThat(Json.read(Json.bytes(evidence), Evidence.class)).isEqualTo(evidence);
    }

    @Test
    void aRejectIsJson() {
        PageRejected event =
                new PageRejected(RejectReason.NO_TOPICS, "no heading in 12 lines", Samples.PAGE, Samples.PARSER);

        assertThat(text(event))
                .isEqualTo("{\"reason\":\"no-topics\",\"detail\":\"no heading in 12 lines\","
                        + "\"page\":{\"url\":\"https://www.mod.go.jp/en/jdf/no201/topics.html\",\"version\":2,"
                        + "\"sha256\":\"" + AB + "\",\"fetchedAt\":\"2026-11-24T01:02:03Z\"},"
                        + "\"parser\":{\"version\":\"1.0.0\",\"layout\":\"jdf-2019\"}}");
        assertThat(Json.read(Json.bytes(event), PageRejected.class)).isEqualTo(event);
        assertThat(event.toHeaders()).containsEntry("ce_type", "org.jdfwire.page.rejected.v1");
    }

    @Test
    void aWishToPollSaysWhichSourceAndWhoseItIs() {
        PollRequested event = new PollRequested("jdf", Instant.parse("2026-11-24T01:02:03Z"), "ops");

        assertThat(text(event))
                .isEqualTo("{\"source\":\"jdf\",\"requestedAt\":\"2026-11-24T01:02:03Z\",\"by\":\"ops\"}");
        assertThat(Json.read(Json.bytes(event), PollRequested.class)).isEqualTo(event);
        assertThat(event.toHeaders())
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "jdf#2026-11-24T01:02:03Z"),
                        Map.entry("ce_source", "/jdfwire/store"),
                        Map.entry("ce_type", "org.jdfwire.poll.requested.v1"),
                        Map.entry("ce_time", "2026-11-24T01:02:03Z"),
                        Map.entry("ce_subject", "jdf"),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void aRestoredLogSaysWhichEpochEndsAndWhichBegins() {
        EpochBegun event = new EpochBegun(0, 1, Instant.parse("2026-11-24T01:02:03Z"));

        assertThat(text(event)).isEqualTo("{\"before\":0,\"epoch\":1,\"at\":\"2026-11-24T01:02:03Z\"}");
        assertThat(Json.read(Json.bytes(event), EpochBegun.class)).isEqualTo(event);
        assertThat(EpochBegun.isToldBy(event.toHeaders())).isTrue();
        assertThat(event.toHeaders())
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "cursors@1#2026-11-24T01:02:03Z"),
                        Map.entry("ce_source", "/jdfwire/operator"),
                        Map.entry("ce_type", "org.jdfwire.epoch.begun.v1"),
                        Map.entry("ce_time", "2026-11-24T01:02:03Z"),
                        Map.entry("ce_subject", "cursors"),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void aCanaryIsAPageThatSaysWhatMustBeReadOutOfIt() {
        assertThat(CanaryPage.headers(Instant.parse("2026-01-01T00:01:00.5Z")))
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "https://canary.invalid/jdf/no999/topics.html@60"),
                        Map.entry("ce_source", "/jdfwire/fetcher"),
                        Map.entry("ce_type", "org.jdfwire.page.fetched.v1"),
                        Map.entry("ce_time", "2026-01-01T00:01:00.500Z"),
                        Map.entry("ce_subject", "https://canary.invalid/jdf/no999/topics.html"),
                        Map.entry("ce_pageversion", "60"),
                        Map.entry("ce_pagesha256", Json.sha256(CanaryPage.body())),
                        Map.entry("ce_finalurl", "https://canary.invalid/jdf/no999/topics.html"),
                        Map.entry("ce_via", "file"),
                        Map.entry("content-type", "text/html"),
                        Map.entry("ce_canary", CanaryPage.CONTENT_HASH));
    }

    @Test
    void aCanaryThatCameThroughSaysWhenItWasSent() {
        CanaryArrived event = new CanaryArrived(Samples.URL, Instant.parse("2026-11-24T01:02:03Z"));

        assertThat(text(event)).isEqualTo("{\"page\":\"" + Samples.URL + "\",\"sentAt\":\"2026-11-24T01:02:03Z\"}");
        assertThat(Json.read(Json.bytes(event), CanaryArrived.class)).isEqualTo(event);
        assertThat(event.toHeaders())
                .containsEntry("ce_id", Samples.URL + "#2026-11-24T01:02:03Z")
                .containsEntry("ce_type", "org.jdfwire.canary.arrived.v1");
    }

    @Test
    void wishesToPollAndCanariesAreKeptForADayAndTheRestForEver() {
        assertThat(Destinations.ALL)
                .extracting(
                        Destinations.Destination::name,
                        destination -> destination.settings().get("retention.ms"))
                .containsExactly(
                        tuple("jdf.pages", "-1"),
                        tuple("jdf.fetches", "-1"),
                        tuple("jdf.topics", "-1"),
                        tuple("jdf.rejects", "-1"),
                        tuple("jdf.changes", "-1"),
                        tuple("jdf.polls", "86400000"),
                        tuple("jdf.canaries", "86400000"));
    }

    @Test
    void aChangeIsJsonWithItsHashes() {
        Instant at = Instant.parse("2026-11-24T01:02:04Z");
        Change event = new Change(
                        Cursor.of(0, 11_010_048, 0),
                        ChangeType.ISSUE_PUBLISHED,
                        Samples.URL + "@2.1.0.0#0",
                        at,
                        Samples.PAGE.fetchedAt(),
                        null,
                        null,
                        new PublishedIssue("jdf", 201, YearMonth.of(2026, 11), Samples.PAGE.fetchedAt()),
                        null,
                        Samples.PAGE,
                        Samples.PARSER,
                        Change.NO_HASH,
                        Change.NO_HASH)
                .chainedTo(Change.NO_HASH);

        assertThat(text(event))
                .isEqualTo("{\"cursor\":\"45097156608\",\"type\":\"issue.published\",\"id\":\"" + Samples.URL
                        + "@2.1.0.0#0\",\"recordedAt\":\"2026-11-24T01:02:04Z\","
                        + "\"observedAt\":\"2026-11-24T01:02:03Z\","
                        + "\"issue\":{\"publication\":\"jdf\",\"number\":201,\"month\":\"2026-11\","
                        + "\"firstSeenAt\":\"2026-11-24T01:02:03Z\"},"
                        + "\"page\":{\"url\":\"https://www.mod.go.jp/en/jdf/no201/topics.html\",\"version\":2,"
                        + "\"sha256\":\"" + AB + "\",\"fetchedAt\":\"2026-11-24T01:02:03Z\"},"
                        + "\"parser\":{\"version\":\"1.0.0\",\"layout\":\"jdf-2019\"},"
                        + "\"previousHash\":\"sha256:" + "0".repeat(64) + "\","
                        + "\"hash\":"
                        + "\"sha256:7025b001f134d9f7bfe416beca9c2727a755054042ddeac6c71879c5cc606c8a\"}");
        assertThat(Json.read(Json.bytes(event), Change.class)).isEqualTo(event);
        assertThat(event.toHeaders())
                .containsEntry("ce_type", "org.jdfwire.issue.published.v1")
                .containsEntry("ce_subject", "jdf-201")
                .containsEntry("ce_cursor", "45097156608");
    }

    @Test
    void aBackfilledChangeSaysUntilWhenAndWhetherTheTopicWasAbsent() {
        Change event = backfilled(new Look(Instant.parse("2026-11-24T02:00:00Z"), "ef".repeat(32)), true);

        assertThat(text(event))
                .contains(",\"absent\":true,\"until\":{\"at\":\"2026-11-24T02:00:00Z\",\"sha256\":\"" + "ef".repeat(32)
                        + "\"},\"page\":");
        assertThat(text(event)).doesNotContain("isAbsence", "absence");
        assertThat(Json.read(Json.bytes(event), Change.class)).isEqualTo(event);
        assertThat(event.isAbsence()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backfilled(null, false))
                .withMessageContaining("until for a backfilled change, else neither");
    }

    private static Change backfilled(Look until, boolean absent) {
        return new Change(
                Cursor.of(0, 1, 0),
                ChangeType.TOPIC_BACKFILLED,
                "event#0",
                Instant.EPOCH,
                Samples.PAGE.fetchedAt(),
                Samples.TOPIC_ID,
                Samples.topic("One."),
                null,
                null,
                absent ? true : null,
                until,
                Samples.PAGE,
                Samples.PARSER,
                Change.NO_HASH,
                Change.NO_HASH);
    }

    private static String text(Object event) {
        return new String(Json.bytes(event), StandardCharsets.UTF_8);
    }
}
