package org.jdfwire.standalone.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.stream.Outbound;
import org.jdfwire.store.rules.Chain;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.JournalEventReader;
import org.jdfwire.store.rules.Ledger;
import org.jdfwire.store.rules.PageState;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What is known by now: the states that the store's own rules make of {@code jdf.topics}, and which parser spoke last of
 * each page version.
 *
 * <p>All of it is kept in memory: the newest content of each topic, a few kilobytes each.
 */
final class KnownStates {
    private static final Logger LOG = LoggerFactory.getLogger(KnownStates.class);

    private final Ledger ledger = new Ledger(List.of(), List.of(), List.of());
    private final Chain chain = new Chain(null, null);
    private final Map<String, String> readBy = new HashMap<>();
    private final Map<String, String> refusedBy = new HashMap<>();
    private long nextOffset;

    private KnownStates() {}

    /** Reads {@code jdf.topics} and {@code jdf.rejects} to their ends. */
    static KnownStates read(KafkaLog log) {
        KnownStates known = new KnownStates();
        log.readAll(Destinations.TOPICS, known::take);
        log.readAll(Destinations.REJECTS, known::takeReject);
        return known;
    }

    /** Returns the newest observation of a page that was read, or null. */
    @Nullable
    PageState page(String url) {
        return ledger.page(url);
    }

    /** Returns whether that parser was the last to read this version of the page, or to refuse it. */
    boolean hasAnswer(PageRef page, String parserVersion) {
        return parserVersion.equals(readBy.get(key(page))) || parserVersion.equals(refusedBy.get(key(page)));
    }

    /**
     * Returns the page versions, each as {@link #key}, that a topic rests on although the newest list of its page leaves
     * it out, which a feed's does when the topic has scrolled out of it.
     */
    Set<String> scrolledOut() {
        Set<String> versions = new HashSet<>();
        for (TopicState state : ledger.topics()) {
            PageState page = ledger.page(state.topic().page().url());
            if (!state.withdrawn()
                    && page != null
                    && !page.speaksOf(state.topic().topicId())) {
                versions.add(key(state.topic().page()));
            }
        }
        return versions;
    }

    /** Takes a message as the store would, and returns the changes that it makes; a reject makes none. */
    List<ExpectedChange> take(Outbound message) {
        return message.destination().equals(Destinations.TOPICS) ? take(message.headers(), message.value()) : List.of();
    }

    private List<ExpectedChange> take(Map<String, String> headers, byte[] value) {
        JournalEvent event = JournalEventReader.read(Cursor.of(0, nextOffset++, 0), Instant.now(), headers, value);
        Topic before = event instanceof JournalEvent.TopicRead read ? before(read.topic()) : null;
        List<ExpectedChange> changes = new ArrayList<>();
        for (Change change : chain.append(ledger, event)) {
            changes.add(new ExpectedChange(change, before));
        }
        note(event);
        return changes;
    }

    /** Returns what names a version of a page. */
    static String key(PageRef page) {
        return page.url() + "@" + page.version();
    }

    private @Nullable Topic before(Topic topic) {
        TopicState state = ledger.topic(topic.topicId());
        return state == null ? null : state.topic();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        nextOffset = record.offset();
        Map<String, String> headers = KafkaLog.headers(record);
        if (EventAttributes.isCanary(headers) || EpochBegun.isToldBy(headers)) {
            return;
        }
        try {
            take(headers, record.value() == null ? new byte[0] : record.value());
        } catch (IllegalArgumentException | JacksonException e) {
            // the store skips it too, and counts it
            LOG.warn("{} offset {} is skipped: {}", record.topic(), record.offset(), e.getMessage());
        }
    }

    private void takeReject(ConsumerRecord<byte[], byte[]> record) {
        if (EventAttributes.isCanary(KafkaLog.headers(record))) {
            return;
        }
        try {
            PageRejected reject = Json.read(record.value(), PageRejected.class);
            refusedBy.put(key(reject.page()), reject.parser().version());
        } catch (IllegalArgumentException | JacksonException e) {
            LOG.warn("{} offset {} is skipped: {}", record.topic(), record.offset(), e.getMessage());
        }
    }

    private void note(JournalEvent event) {
        if (event instanceof JournalEvent.PageRead manifest) {
            readBy.put(key(manifest.page()), manifest.parser().version());
        }
    }
}
