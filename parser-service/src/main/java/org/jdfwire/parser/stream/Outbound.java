package org.jdfwire.parser.stream;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.parser.ParseResult;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * One message that a page becomes.
 *
 * @param destination {@code jdf.topics} or {@code jdf.rejects}
 * @param key the page's canonical URL
 * @param headers CloudEvents attributes and the content type, by header name
 * @param value JSON
 */
public record Outbound(String destination, String key, Map<String, String> headers, byte[] value) {
    /** Tells Spring Cloud Stream to send a message elsewhere than its binding, in the same transaction. */
    private static final String SEND_TO = "spring.cloud.stream.sendto.destination";

    /** Returns the topics in order, and after them the manifest. */
    static List<Outbound> of(ParseResult.Parsed parsed, String url) {
        // the manifest comes last: only after it can a reader know which topics are gone
        return Stream.concat(
                        parsed.topics().stream().map(topic -> event(url, topic.toHeaders(), topic)),
                        Stream.of(event(url, parsed.manifest().toHeaders(), parsed.manifest())))
                .toList();
    }

    static Outbound of(PageRejected reject) {
        return new Outbound(Destinations.REJECTS, reject.page().url(), reject.toHeaders(), Json.bytes(reject));
    }

    /** Returns it with further headers. */
    Outbound with(Map<String, String> further) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(further);
        return new Outbound(destination, key, all, value);
    }

    /** Returns it as the binder takes it. */
    Message<byte[]> message() {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(value)
                .copyHeaders(headers)
                .setHeader(KafkaHeaders.KEY, key.getBytes(StandardCharsets.UTF_8));
        return destination.equals(Destinations.TOPICS)
                ? message.build()
                : message.setHeader(SEND_TO, destination).build();
    }

    private static Outbound event(String url, Map<String, String> headers, Object event) {
        return new Outbound(Destinations.TOPICS, url, headers, Json.bytes(event));
    }
}
