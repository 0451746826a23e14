package org.jdfwire.contracts.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one event: CloudEvents 1.0, in the binary mode of its Kafka protocol binding, where each is a
 * header {@code ce_<name>} in UTF-8.
 *
 * @param id deterministic: the same input gives the same id
 * @param source which service speaks, such as {@code /jdfwire/parser}
 * @param type one of {@link EventTypes}, or a change's type
 * @param time when the page was observed, not when the message was made
 * @param subject what the event is about: a canonical URL or a topic id
 * @param extensions further attributes by name; names are lower-case letters and digits
 */
public record EventAttributes(
        String id, String source, String type, Instant time, String subject, Map<String, String> extensions) {

    /** The header that tells the media type of the value; the binding gives it no prefix. */
    public static final String CONTENT_TYPE = "content-type";

    /** The content type of every value that is JSON. */
    public static final String JSON = "application/json";

    /**
     * The extension that is {@code true} on what a stored page was read into once more; it says that these bytes had their
     * turn before, so that no content of theirs is news.
     */
    public static final String REPLAYED = "replayed";

    /**
     * The extension that marks a canary, a sample page that only shows that the way is open: the content hash of the one
     * topic that must be read out of it. No reader of the feed ever sees anything that has it.
     */
    public static final String CANARY = "canary";

    /** The extension of topics and manifests that tells when Kafka took their page, RFC 3339; absent in a replay. */
    public static final String PAGE_PUBLISHED = "pagepublished";

    private static final String PREFIX = "ce_";
    private static final String SPEC_VERSION = "1.0";
    private static final Pattern EXTENSION_NAME = Pattern.compile("[a-z0-9]{1,20}");

    public EventAttributes {
        Checks.text("id", id);
        Checks.text("source", source);
        Checks.text("type", type);
        Checks.text("subject", subject);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        for (String name : extensions.keySet()) {
            if (!EXTENSION_NAME.matcher(name).matches()) {
                Checks.refuse("extension name", name, "1 to 20 lower-case letters and digits");
            }
        }
    }

    /** Returns the extension's value, or null where the event has none of that name. */
    public @Nullable String extension(String name) {
        return extensions.get(name);
    }

    /** Returns the extension's value; throws {@link IllegalArgumentException} where the event has none. */
    public String requiredExtension(String name) {
        String value = extensions.get(name);
        return value != null ? value : Checks.refuse(PREFIX + name, "absent", "a value");
    }

    /** Returns the headers, {@code ce_specversion} first; the value's content type is one of them. */
    public Map<String, String> toHeaders(String contentType) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(PREFIX + "specversion", SPEC_VERSION);
        headers.put(PREFIX + "id", id);
        headers.put(PREFIX + "source", source);
        headers.put(PREFIX + "type", type);
        headers.put(PREFIX + "time", time.toString());
        headers.put(PREFIX + "subject", subject);
        extensions.forEach((name, value) -> headers.put(PREFIX + name, value));
        headers.put(CONTENT_TYPE, contentType);
        return headers;
    }

    /**
     * Reads the attributes back from headers by name.
     *
     * @throws IllegalArgumentException where one is absent or malformed, naming it
     */
    public static EventAttributes fromHeaders(Map<String, String> headers) {
        Function<String, String> required = name -> {
            String value = headers.get(PREFIX + name);
            return value != null ? value : Checks.refuse(PREFIX + name, "absent", "a value");
        };
        if (!SPEC_VERSION.equals(required.apply("specversion"))) {
            Checks.refuse(PREFIX + "specversion", required.apply("specversion"), SPEC_VERSION);
        }
        Map<String, String> extensions = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !isCore(name.substring(PREFIX.length()))) {
                extensions.put(name.substring(PREFIX.length()), value);
            }
        });
        return new EventAttributes(
                required.apply("id"),
                required.apply("source"),
                required.apply("type"),
                time(required.apply("time")),
                required.apply("subject"),
                extensions);
    }

    /** Returns whether headers are those of a canary, or of what was read out of one. */
    public static boolean isCanary(Map<String, String> headers) {
        return headers.containsKey(PREFIX + CANARY);
    }

    /** Returns the name of the header that carries an extension. */
    public static String header(String extension) {
        return PREFIX + extension;
    }

    /** Returns a message's headers as text: UTF-8 bytes decoded, strings as they are, anything else left out. */
    public static Map<String, String> decode(Map<String, ?> raw) {
        Map<String, String> headers = new LinkedHashMap<>();
        raw.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                headers.put(name, new String(bytes, StandardCharsets.UTF_8));
            } else if (value instanceof String text) {
                headers.put(name, text);
            }
        });
        return headers;
    }

    private static boolean isCore(String name) {
        return switch (name) {
            case "specversion", "id", "source", "type", "time", "subject" -> true;
            default -> false;
        };
    }

    private static Instant time(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            return Checks.refuse(PREFIX + "time", value, "an RFC 3339 time in UTC");
        }
    }
}
