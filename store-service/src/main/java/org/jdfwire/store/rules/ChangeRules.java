package org.jdfwire.store.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Which changes an event makes, given the states before it.
 *
 * <p>No rule makes a change that leads to the state that is there already, or tells of the past what the history says, so
 * doing an event again gives only the changes that are missing.
 */
final class ChangeRules {
    private ChangeRules() {}

    /** Returns the event's changes in their order: the issue first, then the topic or, of a manifest, those it lacks. */
    static List<Draft> changes(Ledger before, JournalEvent event) {
        List<Draft> drafts = new ArrayList<>();
        IssueRef issue = event.issue();
        if (issue != null && !before.knowsIssue(event.publication(), issue.number())) {
            drafts.add(Draft.of(
                    new PublishedIssue(event.publication(), issue.number(), issue.month(), event.observedAt())));
        }
        if (event instanceof JournalEvent.TopicRead read) {
            Draft draft = topicChange(
                    before.topic(read.topic().topicId()),
                    before.page(event.page().url()),
                    read);
            if (draft != null) {
                drafts.add(draft);
            }
        } else if (event instanceof JournalEvent.PageRead manifest) {
            drafts.addAll(withdrawals(before, manifest));
        }
        return drafts;
    }

    private static @Nullable Draft topicChange(
            @Nullable TopicState before, @Nullable PageState page, JournalEvent.TopicRead event) {
        Topic topic = event.topic();
        if (isOlder(before, page, event)) {
            // an old observation enters the history as it was first read; how another parser reads it is no history
            return event.envelope().replayed() ? null : pastOf(before, page, event, topic, topic.contentHash());
        }
        if (before == null) {
            return Draft.of(ChangeType.TOPIC_CREATED, topic);
        }
        if (before.withdrawn()) {
            return Draft.of(ChangeType.TOPIC_RESTORED, before.topic(), topic);
        }
        if (before.topic().contentHash().equals(topic.contentHash())) {
            return null;
        }
        boolean readAnew = isReadAnew(before, page, event);
        return Draft.of(readAnew ? ChangeType.TOPIC_REPARSED : ChangeType.TOPIC_REVISED, before.topic(), topic);
    }

    private static boolean isOlder(
            @Nullable TopicState before, @Nullable PageState page, JournalEvent.TopicRead event) {
        if (page != null
                && page.isNewerThan(event)
                && page.speaksOf(event.topic().topicId())) {
            return true;
        }
        if (before == null || isPresentVersion(before, page, event)) {
            return false;
        }
        Instant since = before.timeline().presentSince();
        return before.topic().page().fetchedAt().isAfter(event.observedAt())
                || (since != null && since.isAfter(event.observedAt()));
    }

    /**
     * Returns what an older capture adds to the history: from its time until the next look that tells otherwise. Null
     * where the history says so already.
     *
     * @param contentHash what it says; null where it lacks the topic
     */
    private static @Nullable Draft pastOf(
            @Nullable TopicState before,
            @Nullable PageState page,
            JournalEvent event,
            Topic topic,
            @Nullable String contentHash) {
        Timeline known = before == null ? Timeline.EMPTY : before.timeline();
        Look until = Stream.of(
                        page == null ? null : page.lookAfter(event),
                        known.changeAfter(event.observedAt()),
                        before == null ? null : presentOf(before, event))
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Look::at))
                .orElseThrow(() -> new IllegalStateException("what made the event an older one is a later look"));
        Look look = new Look(event.observedAt(), event.page().sha256());
        return known.with(look, contentHash, until).equals(known)
                ? null
                : Draft.past(topic, contentHash == null, until);
    }

    private static @Nullable Look presentOf(TopicState state, JournalEvent event) {
        PageRef page = state.topic().page();
        return page.fetchedAt().isAfter(event.observedAt()) ? new Look(page.fetchedAt(), page.sha256()) : null;
    }

    /**
     * Whether the event is of its page's present version; a superseded capture, which may be all that is known of a
     * topic, can be later than that.
     */
    private static boolean isPresentVersion(TopicState before, @Nullable PageState page, JournalEvent.TopicRead event) {
        return page != null
                && !page.isNewerThan(event)
                && page.page().url().equals(before.topic().page().url());
    }

    private static boolean isReadAnew(TopicState before, @Nullable PageState page, JournalEvent.TopicRead event) {
        Topic known = before.topic();
        // the page may have newer bytes that left this topic as it was, so the topic's own version is not enough
        return (page != null && page.isReadAnewBy(event))
                || (known.page().sha256().equals(event.page().sha256())
                        && !known.parser().version().equals(event.parser().version()));
    }

    private static List<Draft> withdrawals(Ledger before, JournalEvent.PageRead event) {
        PageState page = before.page(event.page().url());
        // what is not in a partial list has merely scrolled out of it
        if (page == null || !event.manifest().isComplete()) {
            return List.of();
        }
        boolean older = page.isNewerThan(event);
        if (older && event.envelope().replayed()) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        Set<String> listed = new HashSet<>(event.manifest().topicIds());
        for (String topicId : older ? page.everListed() : page.topicIds()) {
            TopicState state = before.topic(topicId);
            if (listed.contains(topicId) || state == null) {
                continue;
            }
            Draft draft = older ? pastAbsence(state, page, event) : withdrawal(state, event);
            if (draft != null) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private static @Nullable Draft withdrawal(TopicState state, JournalEvent.PageRead event) {
        return isGone(state, event) ? Draft.of(ChangeType.TOPIC_WITHDRAWN, state.topic()) : null;
    }

    private static @Nullable Draft pastAbsence(TopicState state, PageState page, JournalEvent.PageRead event) {
        boolean wasHere = state.topic().page().url().equals(event.page().url())
                && state.timeline().at(event.observedAt()) != null;
        return wasHere ? pastOf(state, page, event, state.topic(), null) : null;
    }

    private static boolean isGone(TopicState state, JournalEvent.PageRead event) {
        return !state.withdrawn()
                // it may stand on another page by now
                && state.topic().page().url().equals(event.page().url())
                && !state.topic().page().fetchedAt().isAfter(event.observedAt());
    }
}
