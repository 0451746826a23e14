package org.jdfwire.store.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Which changes an event makes, given the states before it.
 *
 * <p>No rule makes a change that leads to the state that is there already, or adds a content that the history has, so
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
            boolean known = before != null && before.contentHashes().contains(topic.contentHash());
            // an old observation enters the history as it was first read; how another parser reads it is no history
            return known || event.envelope().replayed() ? null : Draft.of(ChangeType.TOPIC_BACKFILLED, topic);
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
        return (page != null
                        && page.isNewerThan(event)
                        && page.speaksOf(event.topic().topicId()))
                || (before != null && before.topic().page().fetchedAt().isAfter(event.observedAt()));
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
        if (page == null || page.isNewerThan(event) || !event.manifest().isComplete()) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        Set<String> listed = new HashSet<>(event.manifest().topicIds());
        for (String topicId : page.topicIds()) {
            TopicState state = before.topic(topicId);
            if (!listed.contains(topicId) && state != null && isGone(state, event)) {
                drafts.add(Draft.of(ChangeType.TOPIC_WITHDRAWN, state.topic()));
            }
        }
        return drafts;
    }

    private static boolean isGone(TopicState state, JournalEvent.PageRead event) {
        return !state.withdrawn()
                // it may stand on another page by now
                && state.topic().page().url().equals(event.page().url())
                && !state.topic().page().fetchedAt().isAfter(event.observedAt());
    }
}
