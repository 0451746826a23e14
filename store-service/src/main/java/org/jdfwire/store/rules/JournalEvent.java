package org.jdfwire.store.rules;

import java.time.Instant;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/** One event of {@code jdf.topics} with its place in the log: a topic, or the manifest of a page. */
public sealed interface JournalEvent {

    /** Returns where the event stands. */
    Envelope envelope();

    /** Returns the page version it was read from. */
    PageRef page();

    /** Returns who read that page. */
    ParserRef parser();

    /** Returns the publication the page belongs to. */
    String publication();

    /** Returns the issue the page belongs to, or null for a publication without issues. */
    @Nullable
    IssueRef issue();

    /** Returns the cursor that the event's first change would have. */
    default Cursor cursor() {
        return envelope().first();
    }

    /** Returns when the page was observed; it alone decides what is newer. */
    default Instant observedAt() {
        return envelope().observedAt();
    }

    /**
     * Where an event stands.
     *
     * @param first the cursor of its first change, if it makes one
     * @param id the CloudEvents id
     * @param recordedAt the Kafka timestamp
     * @param observedAt the CloudEvents time
     * @param replayed whether a stored page was read once more, by another parser
     */
    record Envelope(Cursor first, String id, Instant recordedAt, Instant observedAt, boolean replayed) {

        /** Where an event stands that tells of a page read for the first time. */
        public Envelope(Cursor first, String id, Instant recordedAt, Instant observedAt) {
            this(first, id, recordedAt, observedAt, false);
        }
    }

    /** A topic as one version of its page tells it. */
    record TopicRead(Envelope envelope, Topic topic) implements JournalEvent {
        @Override
        public PageRef page() {
            return topic.page();
        }

        @Override
        public ParserRef parser() {
            return topic.parser();
        }

        @Override
        public String publication() {
            return topic.publication();
        }

        @Override
        public @Nullable IssueRef issue() {
            return topic.issue();
        }
    }

    /** The list of the topics of one version of a page; it comes after them. */
    record PageRead(Envelope envelope, PageParsed manifest) implements JournalEvent {
        @Override
        public PageRef page() {
            return manifest.page();
        }

        @Override
        public ParserRef parser() {
            return manifest.parser();
        }

        @Override
        public String publication() {
            return manifest.publication();
        }

        @Override
        public @Nullable IssueRef issue() {
            return manifest.issue();
        }
    }
}
