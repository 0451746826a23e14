package org.jdfwire.contracts;

import java.util.List;
import java.util.Map;

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

    /**
     * The largest message, in bytes: a page at the fetcher's limit of 10 MB with its headers, or the topics it becomes.
     * Producers and consumers are set to the same.
     */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    /** How each destination is laid out. */
    public static final List<Destination> ALL = List.of(
            new Destination(PAGES, 6, false),
            new Destination(FETCHES, 6, true),
            new Destination(TOPICS, 1, false),
            new Destination(REJECTS, 1, false),
            new Destination(CHANGES, 1, false));

    private Destinations() {}

    /**
     * One destination's layout. A compacted one keeps the last value of each key; any other is kept forever.
     *
     * @param name Kafka topic name
     * @param partitions how many partitions it is made with
     * @param compacted whether Kafka compacts it
     */
    public record Destination(String name, int partitions, boolean compacted) {

        /** Returns the Kafka topic settings it is made with. */
        public Map<String, String> settings() {
            return Map.of(
                    "cleanup.policy",
                    compacted ? "compact" : "delete",
                    "retention.ms",
                    "-1",
                    "max.message.bytes",
                    Integer.toString(MAX_MESSAGE_BYTES));
        }
    }
}
