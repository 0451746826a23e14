package org.jdfwire.contracts.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRef;
import org.junit.jupiter.api.Test;

class PageTracesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PageRef PAGE =
            new PageRef("https://www.mod.go.jp/en/jdf/no133/topics.html", 2, Json.sha256(new byte[] {1}), NOON);
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final InMemorySpanExporter told = InMemorySpanExporter.create();
    private final PageTraces traces = PageTraces.with(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(told))
                    .build())
            .build());

    @Test
    void beginsATraceWhenThePageWasAskedFor() {
        try (PageSpan fetch = traces.begin("fetch", PAGE, NOON)) {
            assertThat(fetch.headers()).containsOnlyKeys("traceparent");
            fetch.became("published", 1);
        }
        SpanData span = only();
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getStartEpochNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(NOON.getEpochSecond()));
        assertThat(span.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("jdfwire.page.url"), PAGE.url())
                .containsEntry(AttributeKey.longKey("jdfwire.page.version"), 2L)
                .containsEntry(AttributeKey.stringKey("jdfwire.outcome"), "published");
    }

    @Test
    void goesOnWithTheTraceOfTheMessage() {
        PageSpan parse = traces.goOn("parse", Map.of("traceparent", PARENT));
        parse.close();
        assertThat(only().getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(only().getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(parse.headers().get("traceparent"))
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-" + only().getSpanId() + "-01");
    }

    @Test
    void doesNotBeginOneWithAMessageThatHasNoneOrOneThatCannotBeRead() {
        for (Map<String, String> headers :
                List.of(Map.<String, String>of(), Map.of("traceparent", "00-zz"), Map.of("traceparent", ""))) {
            try (PageSpan span = traces.goOn("parse", headers).about(PAGE)) {
                assertThat(span.headers()).isEmpty();
            }
        }
        assertThat(told.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void aFailureTellsItsSortAndNotItsWords() {
        PageSpan span = traces.begin("fetch", PAGE, NOON);
        span.failed(new IllegalStateException("the secret"));
        span.close();
        assertThat(only().getStatus().getDescription()).isEqualTo("java.lang.IllegalStateException");
        assertThat(only().toString()).doesNotContain("the secret");
    }

    @Test
    void offItMakesNothingButHandsOnWhatCame() {
        assertThat(PageTraces.configured("parser", name -> null)).isSameAs(PageTraces.OFF);
        assertThat(PageTraces.configured("parser", name -> "")).isSameAs(PageTraces.OFF);
        assertThat(PageTraces.OFF.begin("fetch", PAGE, NOON)).isSameAs(PageSpan.NONE);
        assertThat(PageTraces.OFF.goOn("parse", Map.of())).isSameAs(PageSpan.NONE);
        assertThat(PageTraces.OFF.goOn("parse", Map.of("traceparent", PARENT)).headers())
                .containsEntry("traceparent", PARENT);
    }

    private SpanData only() {
        assertThat(told.getFinishedSpanItems()).hasSize(1);
        return told.getFinishedSpanItems().get(0);
    }
}
