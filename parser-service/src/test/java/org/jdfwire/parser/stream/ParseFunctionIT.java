package org.jdfwire.parser.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.event.EventTypes;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.Pages;
import org.jdfwire.parser.ParserApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.GlobalChannelInterceptor;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.ChannelInterceptor;

/** The whole service between real destinations. */
class ParseFunctionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static TestKafka kafka;
    private static int pages;

    private long topicsFrom;
    private long rejectsFrom;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = new TestKafka();
    }

    @AfterAll
    static void stopKafka() throws Exception {
        kafka.close();
    }

    @Test
    void sendsThePagesTopicsInOrderAndThenItsManifest() {
        run(() -> {
            String url = sendPage(2);
            List<ConsumerRecord<byte[], byte[]>> out = awaitTopics(3);
            assertThat(out)
                    .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                    .containsOnly(url);
            assertThat(types(out))
                    .containsExactly(EventTypes.TOPIC_PARSED, EventTypes.TOPIC_PARSED, EventTypes.PAGE_PARSED);
            PageParsed manifest = Json.read(out.get(2).value(), PageParsed.class);
            assertThat(manifest.topicIds()).containsExactly(topicId(out.get(0)), topicId(out.get(1)));
            assertThat(TestKafka.headers(out.get(0)).keySet())
                    .containsExactlyInAnyOrder(
                            "ce_specversion",
                            "ce_id",
                            "ce_source",
                            "ce_type",
                            "ce_time",
                            "ce_subject",
                            "ce_pagepublished",
                            "content-type");
            assertThat(TestKafka.headers(out.get(0))).containsEntry("content-type", "application/json");
        });
    }

    @Test
    void rejectsAPageThatCannotBeReadAndGoesOnWithTheNext() {
        run(() -> {
            String bad = url();
            byte[] zeros = new byte[1000];
            kafka.send(Pages.fetched(bad, zeros), zeros);
            kafka.send("not a page", Map.of("ce_id", "1"), new byte[] {1});
            sendPage(1);
            awaitTopics(2);
            List<ConsumerRecord<byte[], byte[]>> rejects = await().atMost(PATIENCE)
                    .until(
                            () -> kafka.read(Destinations.REJECTS, rejectsFrom, "read_committed"),
                            all -> !all.isEmpty());
            PageRejected reject = Json.read(rejects.get(0).value(), PageRejected.class);
            assertThat(rejects).hasSize(1);
            assertThat(reject.reason()).isEqualTo(RejectReason.NOT_HTML);
            assertThat(reject.page().url()).isEqualTo(bad);
            assertThat(TestKafka.headers(rejects.get(0))).containsEntry("ce_type", EventTypes.PAGE_REJECTED);
        });
    }

    @Test
    void showsNothingOfABatchThatFailedHalfwayAndAllOfItOnceAfterwards() {
        start().close();
        noteWhereItBegins();
        String url = url();
        byte[] zeros = new byte[1000];
        byte[] page = html(2).getBytes(StandardCharsets.UTF_8);
        // both wait in one partition before the service starts, so they come in one batch: reject first, page next
        kafka.send(Pages.fetched(url, zeros), zeros);
        kafka.send(Pages.fetched(url, page), page);
        FailsAtManifest.fails.set(true);
        try (var running = start(FailsAtManifest.class)) {
            await("topics of the failed tries reach the log")
                    .atMost(PATIENCE)
                    .until(() -> !kafka.read(Destinations.TOPICS, topicsFrom, "read_uncommitted")
                            .isEmpty());
            assertThat(committedTopics()).isEmpty();
            FailsAtManifest.fails.set(false);
            assertThat(types(awaitTopics(3)))
                    .containsExactly(EventTypes.TOPIC_PARSED, EventTypes.TOPIC_PARSED, EventTypes.PAGE_PARSED);
            assertThat(awaitRejects(1)).hasSize(1);
            assertThat(running.isActive()).isTrue();
        }
    }

    @Test
    void givesEveryPageOnceAcrossRestarts() {
        start().close();
        noteWhereItBegins();
        int sent = 0;
        for (int round = 0; round < 3; round++) {
            try (var running = start()) {
                for (int i = 0; i < 20; i++) {
                    sendPage(1);
                }
                sent += 20;
                int atLeast = sent - 15;
                await().atMost(PATIENCE).until(() -> committedTopics().size() >= atLeast);
            }
        }
        try (var running = start()) {
            int all = sent * 2;
            await().atMost(PATIENCE).until(() -> committedTopics().size() >= all);
            List<String> ids = committedTopics().stream()
                    .map(record -> TestKafka.headers(record).get("ce_type")
                            + TestKafka.headers(record).get("ce_id"))
                    .toList();
            assertThat(ids).hasSize(all).doesNotHaveDuplicates();
        }
    }

    private void run(Runnable test, Class<?>... more) {
        try (var running = start(more)) {
            noteWhereItBegins();
            test.run();
        }
    }

    private ConfigurableApplicationContext start(Class<?>... more) {
        return ParserApplication.builder()
                .sources(more)
                .properties("spring.main.web-application-type=none")
                .run("--spring.kafka.bootstrap-servers=" + kafka.address);
    }

    private void noteWhereItBegins() {
        topicsFrom = kafka.end(Destinations.TOPICS);
        rejectsFrom = kafka.end(Destinations.REJECTS);
    }

    private List<ConsumerRecord<byte[], byte[]>> committedTopics() {
        return kafka.read(Destinations.TOPICS, topicsFrom, "read_committed");
    }

    private List<ConsumerRecord<byte[], byte[]>> awaitTopics(int count) {
        return await().atMost(PATIENCE).until(this::committedTopics, all -> all.size() >= count);
    }

    private List<ConsumerRecord<byte[], byte[]>> awaitRejects(int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> kafka.read(Destinations.REJECTS, rejectsFrom, "read_committed"),
                        all -> all.size() >= count);
    }

    private static String sendPage(int topics) {
        String url = url();
        byte[] body = html(topics).getBytes(StandardCharsets.UTF_8);
        kafka.send(Pages.fetched(url, body), body);
        return url;
    }

    private static String url() {
        pages++;
        return "https://www.mod.go.jp/en/jdf/no" + (100 + pages) + "/topics.html";
    }

    private static String html(int topics) {
        StringBuilder body = new StringBuilder();
        for (int i = 1; i <= topics; i++) {
            body.append("<h3>Minister Meets Guest ")
                    .append(i)
                    .append("</h3><p>On January ")
                    .append(i);
            body.append(", the minister met a guest.</p>");
        }
        return Pages.page(body.toString());
    }

    private static List<String> types(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> TestKafka.headers(record).get("ce_type"))
                .toList();
    }

    private static String topicId(ConsumerRecord<byte[], byte[]> record) {
        return Json.read(record.value(), Topic.class).topicId();
    }

    /** Fails the send of a manifest, after topics and rejects of its batch are sent. */
    @Configuration(proxyBeanMethods = false)
    static class FailsAtManifest {
        static final AtomicBoolean fails = new AtomicBoolean();

        @Bean
        @GlobalChannelInterceptor(patterns = "parse-out-0")
        ChannelInterceptor failing() {
            return new ChannelInterceptor() {
                @Override
                public Message<?> preSend(Message<?> message, MessageChannel channel) {
                    boolean manifest =
                            EventTypes.PAGE_PARSED.equals(message.getHeaders().get("ce_type"));
                    if (manifest && fails.get()) {
                        throw new IllegalStateException("this send fails on purpose");
                    }
                    return message;
                }
            };
        }
    }
}
