package org.jdfwire.store.canary;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.canary.CanaryArrived;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Judges whether what the parser read out of a canary is what its sender said: one topic, with the content hash that the
 * mark names.
 *
 * <p>It keeps the topics of a canary until its manifest comes; those of one that comes in two batches with a restart
 * between them are not known, and then nothing is said. Not thread-safe: the writer's thread calls it.
 */
public final class CanaryJudge {
    private final InstantSource clock;

    /** Content hashes by topic id, of each canary whose manifest has not come yet, by the time it was sent. */
    private final Map<Instant, Map<String, String>> read = new HashMap<>();

    /** @param clock tells which canaries are too old to say anything */
    public CanaryJudge(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What became of a canary.
     *
     * @param canary which one
     * @param failure what is wrong with it, in a sentence; null where it is as it must be
     */
    public record Verdict(CanaryArrived canary, @Nullable String failure) {}

    /**
     * Takes one record of {@code jdf.topics} that has the mark; the same one again changes nothing.
     *
     * @return the verdict, or null before the manifest and for a canary that is too old
     */
    public @Nullable Verdict take(Map<String, String> headers, byte[] value) {
        read.keySet().removeIf(sentAt -> CanaryArrived.isLate(sentAt, clock.instant()));
        CanaryArrived canary = canary(headers);
        if (canary == null) {
            return null;
        }
        try {
            return take(canary, EventAttributes.fromHeaders(headers), value);
        } catch (IllegalArgumentException | JacksonException e) {
            return new Verdict(canary, "unreadable: " + e.getMessage());
        }
    }

    /** Returns the verdict on a reject that has the mark, or null where its canary is too old. */
    public @Nullable Verdict refused(Map<String, String> headers, String why) {
        CanaryArrived canary = canary(headers);
        return canary == null ? null : new Verdict(canary, why);
    }

    private @Nullable Verdict take(CanaryArrived canary, EventAttributes event, byte[] value) {
        switch (event.type()) {
            case EventTypes.TOPIC_PARSED -> {
                Topic topic = Json.read(value, Topic.class);
                read.computeIfAbsent(canary.sentAt(), sentAt -> new HashMap<>())
                        .put(topic.topicId(), topic.contentHash());
                return null;
            }
            case EventTypes.PAGE_PARSED -> {
                List<String> listed = Json.read(value, PageParsed.class).topicIds();
                Map<String, String> topics = read.remove(canary.sentAt());
                if (topics == null && !listed.isEmpty()) {
                    return null;
                }
                return new Verdict(canary, failure(event.requiredExtension(EventAttributes.CANARY), listed, topics));
            }
            default -> {
                return Checks.refuse(
                        "ce_type", event.type(), EventTypes.TOPIC_PARSED + " or " + EventTypes.PAGE_PARSED);
            }
        }
    }

    private static @Nullable String failure(
            String expected, List<String> listed, @Nullable Map<String, String> topics) {
        boolean right = topics != null && listed.size() == 1 && topics.equals(Map.of(listed.get(0), expected));
        return right ? null : "topics: " + topics + ", listed " + listed + " (expected: one, " + expected + ")";
    }

    private @Nullable CanaryArrived canary(Map<String, String> headers) {
        EventAttributes event;
        try {
            event = EventAttributes.fromHeaders(headers);
        } catch (IllegalArgumentException e) {
            // without a time it cannot be told from an old one
            return null;
        }
        return CanaryArrived.isLate(event.time(), clock.instant())
                ? null
                : new CanaryArrived(event.subject(), event.time());
    }
}
