package org.jdfwire.standalone.replay;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.store.rules.PageState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses, of all page versions in {@code jdf.pages}, those that the present states rest on, and hands them over.
 *
 * <p>Of each URL that is the newest observation that was read, and one that is newer still and was refused; of a feed
 * also the versions that a topic rests on which has scrolled out of it since. What any other version said is history,
 * which stays as it was read then. A version that this parser has spoken of last is left out: so a replay that was cut
 * off goes on where it stood, and a second one has nothing to do.
 */
final class StoredPages {
    private static final Logger LOG = LoggerFactory.getLogger(StoredPages.class);

    private final KafkaLog log;
    private final KnownStates known;
    private final String parserVersion;
    private final Set<String> scrolledOut;
    private final Map<TopicPartition, NavigableSet<Long>> chosen = new LinkedHashMap<>();
    private int stored;
    private int answered;

    private StoredPages(KafkaLog log, KnownStates known, String parserVersion) {
        this.log = log;
        this.known = known;
        this.parserVersion = parserVersion;
        this.scrolledOut = known.scrolledOut();
    }

    /** A page version and where it is stored. */
    private record Stored(TopicPartition partition, long offset, PageRef page) {}

    /**
     * Chooses among the versions that Kafka took at a time or later, or among all.
     *
     * @param from that time, or null for all
     */
    static StoredPages choose(KafkaLog log, KnownStates known, String parserVersion, @Nullable Instant from) {
        StoredPages pages = new StoredPages(log, known, parserVersion);
        for (TopicPartition partition : log.partitions(Destinations.PAGES)) {
            pages.choose(partition, from == null ? log.begin(partition) : log.offsetAt(partition, from));
        }
        return pages;
    }

    /** How many page versions there are to choose from. */
    int stored() {
        return stored;
    }

    /** How many would be read again, had this parser not spoken of them already. */
    int answered() {
        return answered;
    }

    /** How many are to be read again. */
    int size() {
        return chosen.values().stream().mapToInt(Set::size).sum();
    }

    /** Hands over the chosen ones with their exact bytes, each partition in its order. */
    void forEach(BiConsumer<PageFetched, byte[]> step) {
        chosen.forEach((partition, offsets) -> log.read(partition, offsets.first(), offsets.last() + 1, record -> {
            PageFetched fetched = offsets.contains(record.offset()) ? fetched(record) : null;
            if (fetched != null) {
                step.accept(fetched, record.value());
            }
        }));
    }

    private void choose(TopicPartition partition, long from) {
        // all versions of a URL lie in one partition, so at its end the newest is known
        Map<String, Stored> unread = new LinkedHashMap<>();
        log.read(partition, from, log.end(partition), record -> {
            PageFetched fetched = fetched(record);
            if (fetched != null) {
                stored++;
                consider(new Stored(partition, record.offset(), fetched.page()), unread);
            }
        });
        unread.values().forEach(this::take);
    }

    private void consider(Stored version, Map<String, Stored> unread) {
        PageRef page = version.page();
        PageState read = known.page(page.url());
        boolean present = read != null && read.page().version() == page.version();
        if (present || scrolledOut.contains(KnownStates.key(page))) {
            take(version);
        } else if (read == null || !read.isNewerThan(page)) {
            unread.merge(page.url(), version, StoredPages::newer);
        }
    }

    private void take(Stored version) {
        if (known.hasAnswer(version.page(), parserVersion)) {
            answered++;
        } else {
            chosen.computeIfAbsent(version.partition(), partition -> new TreeSet<>())
                    .add(version.offset());
        }
    }

    /** The same order as that of {@link PageState}: by time, unless the later sight is known to the fetcher alone. */
    private static Stored newer(Stored before, Stored next) {
        boolean older = before.page().fetchedAt().isAfter(next.page().fetchedAt())
                || before.page().sha256().equals(next.page().supersededBy());
        return older ? before : next;
    }

    private static @Nullable PageFetched fetched(ConsumerRecord<byte[], byte[]> record) {
        try {
            Map<String, String> headers = KafkaLog.headers(record);
            // a canary is no page of anybody's, and had its turn
            return record.value() == null || EventAttributes.isCanary(headers)
                    ? null
                    : PageFetched.fromHeaders(headers);
        } catch (IllegalArgumentException e) {
            // the parser passes over it too, and counts it
            LOG.warn("{} offset {} is skipped: {}", record.topic(), record.offset(), e.getMessage());
            return null;
        }
    }
}
