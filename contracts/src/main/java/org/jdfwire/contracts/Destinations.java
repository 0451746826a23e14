package org.jdfwire.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Kafka destinations that join the services. */
public final class Destinations {
    /** Exact bytes of each page version, keyed by canonical URL. */
    public static final String PAGES = "jdf.pages";

    /** What the fetcher knows of each URL, compacted, keyed by canonical URL. */
    public static final String FETCHES = "jdf.fetches";

    /** Topics and manifests; one partition, because its offsets are the order of every feed. */
    public static final String TOPICS = "jdf.topics";

    /** Pages that could not be read, and why. */
    public static final String REJECTS = "jdf.rejects";

    /** The journal's changes, as the feed shows them; one partition. */
    public static final String CHANGES = "jdf.changes";

    /** Operators' wishes to have a source polled at once; they are of use for minutes and kept for a day. */
    public static final String POLLS = "jdf.polls";

    /** Canaries that came through; each store instance hears them as it hears the changes. */
    public static final String CANARIES = "jdf.canaries";

    /**
     * The largest message, in bytes: a page at the fetcher's limit of 10 MB with its headers, or the topics it becomes.
     * Producers and consumers are set to the same.
     */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    /**
     * The largest topic, in bytes. A change can have it twice, as the state and in its patch, and the change's document in
     * MongoDB, which takes 16 MiB, has the text once more, in lower case.
     */
    public static final int MAX_TOPIC_BYTES = MAX_MESSAGE_BYTES / 4;

    /** How each destination is laid out. */
    public static final List<Destination> ALL = List.of(
            new Destination(PAGES, 6, false),
            new Destination(FETCHES, 6, true),
            new Destination(TOPICS, 1, false),
            new Destination(REJECTS, 1, false),
            new Destination(CHANGES, 1, false),
            new Destination(POLLS, 1, false, Duration.ofDays(1)),
            new Destination(CANARIES, 1, false, Duration.ofDays(1)));

    private Destinations() {}

    /**
     * One destination's layout. A compacted one keeps the last value of each key.
     *
     * @param name Kafka topic name
     * @param partitions how many partitions it is made with
     * @param compacted whether Kafka compacts it
     * @param keptFor how long a message is kept at least, or null for ever
     */
    public record Destination(
            String name,
            int partitions,
            boolean compacted,
            @Nullable Duration keptFor) {

        private Destination(String name, int partitions, boolean compacted) {
            this(name, partitions, compacted, null);
        }

        /** Returns the Kafka topic settings it is made with. */
        public Map<String, String> settings() {
            return Map.of(
                    "cleanup.policy",
                    compacted ? "compact" : "delete",
                    "retention.ms",
                    keptFor == null ? "-1" : Long.toString(keptFor.toMillis()),
                    "max.message.bytes",
                    Integer.toString(MAX_MESSAGE_BYTES));
        }
    }
}
