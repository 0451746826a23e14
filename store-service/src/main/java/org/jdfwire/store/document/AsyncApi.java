package org.jdfwire.store.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.event.EventAttributes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the AsyncAPI 3.0 document of the Kafka side: every destination, its messages, and which service does what. */
public final class AsyncApi {
    /** Version of AsyncAPI's Kafka bindings. */
    static final String BINDING = "0.5.0";

    private static final String PREFIX = "jdf.";

    /** What each service does with which destination. */
    private static final List<Part> PARTS = List.of(
            new Part("fetcher", "send", Destinations.PAGES),
            new Part("fetcher", "send", Destinations.FETCHES),
            new Part("fetcher", "receive", Destinations.FETCHES),
            new Part("fetcher", "receive", Destinations.POLLS),
            new Part("fetcher", "receive", Destinations.CANARIES),
            new Part("parser", "receive", Destinations.PAGES),
            new Part("parser", "send", Destinations.TOPICS),
            new Part("parser", "send", Destinations.REJECTS),
            new Part("operator", "send", Destinations.TOPICS),
            new Part("store", "receive", Destinations.TOPICS),
            new Part("store", "receive", Destinations.PAGES),
            new Part("store", "receive", Destinations.FETCHES),
            new Part("store", "receive", Destinations.REJECTS),
            new Part("store", "send", Destinations.CHANGES),
            new Part("store", "receive", Destinations.CHANGES),
            new Part("store", "send", Destinations.CANARIES),
            new Part("store", "receive", Destinations.CANARIES),
            new Part("store", "send", Destinations.POLLS));

    private AsyncApi() {}

    private record Part(String service, String action, String destination) {
        String id() {
            String channel = channel(destination);
            return service
                    + (action.equals("send") ? "Sends" : "Receives")
                    + channel.substring(0, 1).toUpperCase(Locale.ROOT)
                    + channel.substring(1);
        }
    }

    /** Returns the document. */
    public static ObjectNode write() {
        SchemaBook schemas = new SchemaBook();
        ObjectNode document = Json.MAPPER.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info").put("title", "JDF Wire").put("version", "1").put("description", """
                        What travels on Kafka between the services of JDF Wire, and what others may read there. \
                        CloudEvents 1.0 in binary mode; read with isolation.level=read_committed. \
                        docs/EVENTS.md tells more. Which brokers these are is the operator's to say.""");
        document.put("defaultContentType", EventAttributes.JSON);
        ObjectNode channels = document.putObject("channels");
        Destinations.ALL.forEach(destination -> channels.set(channel(destination.name()), json(destination)));
        ObjectNode operations = document.putObject("operations");
        for (Part part : PARTS) {
            operations
                    .putObject(part.id())
                    .put("action", part.action())
                    .putObject("channel")
                    .put("$ref", "#/channels/" + channel(part.destination()));
        }
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        KafkaMessage.ALL.forEach(message -> messages.set(message.name(), message.json(schemas)));
        components.set("schemas", schemas.schemas());
        return document;
    }

    private static String channel(String destination) {
        return destination.substring(PREFIX.length());
    }

    private static ObjectNode json(Destinations.Destination destination) {
        ObjectNode channel = Json.MAPPER.createObjectNode().put("address", destination.name());
        ObjectNode messages = channel.putObject("messages");
        KafkaMessage.ALL.stream()
                .filter(message -> message.destination().equals(destination.name()))
                .forEach(message ->
                        messages.putObject(message.name()).put("$ref", "#/components/messages/" + message.name()));
        ObjectNode kafka = channel.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", BINDING)
                .put("partitions", destination.partitions());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        for (Map.Entry<String, String> setting : destination.settings().entrySet()) {
            if (setting.getKey().equals("cleanup.policy")) {
                ArrayNode policies = settings.putArray(setting.getKey());
                policies.add(setting.getValue());
            } else {
                settings.put(setting.getKey(), Long.parseLong(setting.getValue()));
            }
        }
        return channel;
    }
}
