package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a stream's connection says, hears and holds, once it has left WebFlux; of one store. */
class StreamConnectionXIT {
    private static final String REST = "Host: x\r\nAccept: application/x-ndjson\r\n\r\n";
    private static final String STREAM = "GET /v1/changes?since=now HTTP/1.1\r\n" + REST;

    private static StoreRig rig;
    private final List<RawClient> clients = new ArrayList<>();

    @BeforeAll
    static void start() {
        rig = new StoreRig().start("store.heartbeat=200ms");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void leave() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        awaitMetric("jdfwire_streams_open", 0);
        awaitMetric("jdfwire_streams_subscribers", 0);
    }

    @Test
    void answersNoRequestThatWasSentBehindTheStreams() throws IOException {
        RawClient early = say(STREAM + STREAM);
        early.head();
        RawClient late = say(STREAM);
        late.head();
        awaitMetric("jdfwire_streams_subscribers", 2);
        late.say(STREAM + "no request at all");

        send("pipelined", 10);
        assertThat(early.readUntil("jdf-133-topics-pipelined")).doesNotContain("HTTP/1.1");
        assertThat(late.readUntil("jdf-133-topics-pipelined")).doesNotContain("HTTP/1.1");
        assertThat(rig.metric("jdfwire_streams_open")).isEqualTo(2);
    }

    @Test
    void noticesThatAClientLeftWhoseRequestWasNeverWhole() throws IOException {
        RawClient client = say("GET /v1/changes HTTP/1.1\r\nContent-Length: 10\r\n" + REST);
        client.head();
        awaitMetric("jdfwire_streams_subscribers", 1);

        client.say("half").close();
        awaitMetric("jdfwire_streams_open", 0);
    }

    @Test
    void aQuestionForTheHeadAloneIsNoStream() throws IOException {
        RawClient client = say("HEAD /v1/changes HTTP/1.1\r\n" + REST);
        assertThat(client.head())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("\r\ncontent-type: application/x-ndjson\r\n");
        assertThat(rig.metric("jdfwire_streams_open")).isZero();

        // and the connection goes on
        client.say("HEAD /v1/topics HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(client.head())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-type: application/json");
    }

    @Test
    void aClientThatGoesInTheMiddleOfAWriteHoldsUpNobody() throws IOException {
        RawClient stays = say(STREAM);
        stays.head();
        RawClient goes = say(STREAM);
        goes.head();
        awaitMetric("jdfwire_streams_subscribers", 2);
        for (int i = 0; i < 10; i++) {
            send("large-" + i, 400_000);
        }
        goes.readUntil("xxx");
        goes.reset();

        awaitMetric("jdfwire_streams_open", 1);
        awaitMetric("jdfwire_streams_subscribers", 1);
        assertThat(stays.readUntil("\"topicId\":\"jdf-133-topics-large-9")).doesNotContain("HTTP/1.1");
    }

    @Test
    void holdsNothingOfTheExchangesThatBeganItsStreams() throws Exception {
        int count = 40;
        for (int i = 0; i < count; i++) {
            say(STREAM).head();
        }
        awaitMetric("jdfwire_streams_subscribers", count);

        assertThat(instances("org.jdfwire.store.http.StreamConnection")).isEqualTo(count);
        // the metrics' question may be under way
        assertThat(instances("reactor.netty.http.server.HttpServerOperations")).isLessThan(10);
        assertThat(instances("org.springframework.web.server.adapter.DefaultServerWebExchange"))
                .isLessThan(10);
        assertThat(instances("io.netty.handler.codec.http.HttpServerCodec")).isLessThan(10);
    }

    private RawClient say(String request) throws IOException {
        RawClient client = RawClient.to(rig.uri("/").getPort());
        clients.add(client);
        return client.say(request);
    }

    private static void send(String slug, int length) {
        rig.send(topic(133, slug, page(133, 1, MORNING, "v1"), PARSER, "x".repeat(length)));
    }

    private static void awaitMetric(String name, double value) {
        Awaitility.await().atMost(RawClient.PATIENCE).until(() -> rig.metric(name) == value);
    }

    /** Returns how many objects of a class there are after a collection. */
    private static int instances(String type) throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(type))
                .mapToInt(columns -> Integer.parseInt(columns[1]))
                .findFirst()
                .orElse(0);
    }
}
