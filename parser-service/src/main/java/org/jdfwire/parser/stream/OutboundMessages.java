package org.jdfwire.parser.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.ParseResult;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Makes Kafka messages of a page's results, all keyed by the page's canonical URL. */
final class OutboundMessages {
    /** Tells Spring Cloud Stream to send a message elsewhere than its binding, in the same transaction. */
    private static final String SEND_TO = "spring.cloud.stream.sendto.destination";

    private OutboundMessages() {}

    /** Returns the topics in order, and after them the manifest. */
    static List<Message<byte[]>> of(ParseResult.Parsed parsed, String url) {
        List<Message<byte[]>> messages = new ArrayList<>();
        for (Topic topic : parsed.topics()) {
            messages.add(message(topic, topic.toHeaders(), url).build());
        }
        // the manifest comes last: only after it can a reader know which topics are gone
        messages.add(
                message(parsed.manifest(), parsed.manifest().toHeaders(), url).build());
        return messages;
    }

    static Message<byte[]> of(PageRejected reject) {
        return message(reject, reject.toHeaders(), reject.page().url())
                .setHeader(SEND_TO, Destinations.REJECTS)
                .build();
    }

    private static MessageBuilder<byte[]> message(Object value, Map<String, String> headers, String key) {
        return MessageBuilder.withPayload(Json.bytes(value))
                .copyHeaders(headers)
                .setHeader(KafkaHeaders.KEY, key.getBytes(StandardCharsets.UTF_8));
    }
}
