package org.jdfwire.parser.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.canary.CanaryPage;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.trace.PageTraces;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

class ParseFunctionTest {
    private static final byte[] PAGE = Pages.page(
                    "<h2>Minister Meets Guest</h2><p>On January 5, the minister met a guest.</p>")
            .getBytes(StandardCharsets.UTF_8);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void turnsADefectIntoARejectOfThatPageAndGoesOn() {
        PageParser parser = new PageParser();
        var function = new ParseFunction(
                (fetched, body) -> {
                    if (fetched.page().url().contains("no1/")) {
                        throw new IllegalStateException("seven");
                    }
                    if (fetched.page().url().contains("no2/")) {
                        throw new StackOverflowError();
                    }
                    return parser.parse(fetched, body);
                },
                new ParserMetrics(registry),
                PageTraces.OFF);
        List<Message<byte[]>> out = function.apply(batch(fetched(1), fetched(2), fetched(3)));
        assertThat(out).hasSize(4);
        PageRejected reject = Json.read(out.get(0).getPayload(), PageRejected.class);
        assertThat(reject.reason()).isEqualTo(RejectReason.PARSER_FAILED);
        assertThat(reject.detail()).contains("java.lang.IllegalStateException: seven");
        assertThat(out.get(0).getHeaders()).containsEntry("spring.cloud.stream.sendto.destination", "jdf.rejects");
        assertThat(out.get(2).getHeaders()).doesNotContainKey("spring.cloud.stream.sendto.destination");
        assertThat(count("rejected", "parser-failed")).isEqualTo(2);
        assertThat(count("parsed", "none")).isEqualTo(1);
        assertThat(registry.counter("jdfwire.parsed.topics").count()).isEqualTo(1);
    }

    @Test
    void refusesATopicThatNoStoreCouldKeep() {
        var function = new ParseFunction(new PageParser()::parse, new ParserMetrics(registry), PageTraces.OFF);
        String sentence = "On January 5, the minister met a guest, and they talked for a long time. ";
        byte[] page = Pages.page("<h2>Minister Meets Guest</h2><p>"
                        + sentence.repeat(Destinations.MAX_TOPIC_BYTES / sentence.length() + 1) + "</p>")
                .getBytes(StandardCharsets.UTF_8);
        Message<List<?>> batch = MessageBuilder.<List<?>>withPayload(List.of(page))
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS, List.of(fetched(1).toHeaders()))
                .build();

        List<Message<byte[]>> out = function.apply(batch);

        assertThat(out).hasSize(1);
        PageRejected reject = Json.read(out.get(0).getPayload(), PageRejected.class);
        assertThat(reject.reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(reject.detail()).contains("topic: ", "(expected: at most " + Destinations.MAX_TOPIC_BYTES + ")");
    }

    @Test
    void passesOverARecordThatIsNoPageEventAndCountsIt() {
        var function = new ParseFunction(new PageParser()::parse, new ParserMetrics(registry), PageTraces.OFF);
        Message<List<?>> batch = MessageBuilder.<List<?>>withPayload(List.of(PAGE, "not bytes", PAGE))
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        List.of(
                                Map.of("ce_id", "1"),
                                fetched(1).toHeaders(),
                                fetched(2).toHeaders()))
                .build();
        assertThat(function.apply(batch)).hasSize(2);
        assertThat(count("malformed", "none")).isEqualTo(2);
    }

    @Test
    void countsWhichFieldsTheTopicsOfALayoutHave() {
        var function = new ParseFunction(new PageParser()::parse, new ParserMetrics(registry), PageTraces.OFF);
        assertThat(registry.find("jdfwire.parser.fields")
                        .tag("layout", "jdf-2019")
                        .counters())
                .as("there before the first topic, or no increase to it is seen")
                .hasSize(12);
        function.apply(batch(fetched(131), fetched(132)));

        assertThat(fields("occurred", true)).isEqualTo(2);
        assertThat(fields("occurred", false)).isZero();
        assertThat(fields("countries", true)).isZero();
        assertThat(fields("countries", false)).isEqualTo(2);
        assertThat(registry.get("jdfwire.parser.confidence")
                        .tag("layout", "jdf-2019")
                        .summary()
                        .count())
                .isEqualTo(2);
        assertThat(registry.counter(
                                "jdfwire.parser.measured", "layout", "jdf-2019", "measure", "dates", "found", "true")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aCanarysMarkGoesOnWithWhatItBecomesAndItCountsAsItself() {
        var function = new ParseFunction(new PageParser()::parse, new ParserMetrics(registry), PageTraces.OFF);
        Map<String, String> canary = CanaryPage.headers(Instant.parse("2026-11-24T01:02:03Z"));
        Message<List<?>> batch = MessageBuilder.<List<?>>withPayload(List.of(CanaryPage.body(), new byte[0], PAGE))
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        List.of(canary, canary, fetched(3).toHeaders()))
                .setHeader(KafkaHeaders.RECEIVED_TIMESTAMP, List.of(1L, 2L, 3000L))
                .build();

        List<Message<byte[]>> out = function.apply(batch);

        assertThat(out)
                .extracting(message -> message.getHeaders().get("ce_canary"))
                .containsExactly(CanaryPage.CONTENT_HASH, CanaryPage.CONTENT_HASH, CanaryPage.CONTENT_HASH, null, null);
        assertThat(out.get(2).getHeaders()).containsEntry("spring.cloud.stream.sendto.destination", "jdf.rejects");
        assertThat(out)
                .extracting(message -> message.getHeaders().get("ce_pagepublished"))
                .containsExactly(null, null, null, "1970-01-01T00:00:03Z", "1970-01-01T00:00:03Z");
        assertThat(count("canary", "none")).isEqualTo(2);
        assertThat(count("parsed", "none")).isOne();
        assertThat(count("rejected", "empty")).isZero();
        assertThat(registry.get("jdfwire.stage.in").counter().count()).isOne();
        assertThat(registry.get("jdfwire.parse").timer().count()).isOne();
    }

    private double fields(String field, boolean filled) {
        return registry.counter(
                        "jdfwire.parser.fields", "layout", "jdf-2019", "field", field, "filled", String.valueOf(filled))
                .count();
    }

    private double count(String outcome, String reason) {
        return registry.counter("jdfwire.parsed", "outcome", outcome, "reason", reason)
                .count();
    }

    private static PageFetched fetched(int issue) {
        return Pages.fetched("https://www.mod.go.jp/en/jdf/no" + issue + "/topics.html", PAGE);
    }

    private static Message<List<?>> batch(PageFetched... pages) {
        List<byte[]> bodies = new ArrayList<>();
        List<Map<String, Object>> headers = new ArrayList<>();
        for (PageFetched page : pages) {
            bodies.add(PAGE);
            headers.add(Map.copyOf(page.toHeaders()));
        }
        return MessageBuilder.<List<?>>withPayload(bodies)
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
                .build();
    }
}
