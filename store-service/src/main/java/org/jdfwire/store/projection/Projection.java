package org.jdfwire.store.projection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.store.rules.IssueState;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.Ledger;
import org.jdfwire.store.rules.PageState;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/** The collections {@code topics}, {@code issues} and {@code pages}: the ledger as MongoDB has it. */
public final class Projection {
    private final StateCollection<TopicState, TopicDocument> topics;
    private final StateCollection<IssueState, IssueDocument> issues;
    private final StateCollection<PageState, PageDocument> pages;

    /** Keeps the states there. */
    public Projection(MongoOperations mongo) {
        topics = new StateCollection<>(mongo, TopicDocument.class, TopicDocument::of, TopicDocument::state);
        issues = new StateCollection<>(mongo, IssueDocument.class, IssueDocument::of, IssueDocument::state);
        pages = new StateCollection<>(mongo, PageDocument.class, PageDocument::of, PageDocument::state);
    }

    /** Returns the states that the events can read or change, with one query a collection. */
    public Ledger ledgerFor(List<JournalEvent> events) {
        Set<String> topicIds = new HashSet<>();
        Set<String> issueKeys = new HashSet<>();
        Set<String> urls = new HashSet<>();
        for (JournalEvent event : events) {
            urls.add(event.page().url());
            addKey(issueKeys, event.publication(), event.issue());
            if (event instanceof JournalEvent.TopicRead read) {
                topicIds.add(read.topic().topicId());
            } else if (event instanceof JournalEvent.PageRead manifest) {
                topicIds.addAll(manifest.manifest().topicIds());
            }
        }
        List<PageState> pageStates = pages.load(urls);
        pageStates.forEach(page -> {
            topicIds.addAll(page.topicIds());
            topicIds.addAll(page.everListed());
        });
        return new Ledger(topics.load(topicIds), issues.load(issueKeys), pageStates);
    }

    /** Returns the states that the changes are about; without pages, which changes alone do not tell. */
    public Ledger ledgerForChanges(List<Change> changes) {
        Set<String> topicIds = new HashSet<>();
        Set<String> issueKeys = new HashSet<>();
        for (Change change : changes) {
            (change.topicId() == null ? issueKeys : topicIds).add(change.key());
        }
        return new Ledger(topics.load(topicIds), issues.load(issueKeys), List.of());
    }

    /** Saves what readers see of what the ledger changed; states that MongoDB has as new or newer stay. */
    public void saveShown(Ledger ledger) {
        topics.save(ledger.changedTopics());
        issues.save(ledger.changedIssues());
    }

    /** Saves the pages that the ledger changed, which only the writer reads; those that are as new or newer stay. */
    public void savePages(Ledger ledger) {
        pages.save(ledger.changedPages());
    }

    private static void addKey(Set<String> keys, String publication, @Nullable IssueRef issue) {
        if (issue != null) {
            keys.add(IssueState.key(publication, issue.number()));
        }
    }
}
