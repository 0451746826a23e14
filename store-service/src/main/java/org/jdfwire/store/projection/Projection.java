package org.jdfwire.store.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.store.rules.IssueState;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.Ledger;
import org.jdfwire.store.rules.PageState;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;

/** The collections {@code topics}, {@code issues} and {@code pages}: the ledger as MongoDB has it. */
public final class Projection {
    /** The name of the collection of topics. */
    public static final String TOPICS = "topics";

    /** The name of the collection of issues. */
    public static final String ISSUES = "issues";

    private static final String JSON = "json";

    private final StateCollection<TopicState> topics;
    private final StateCollection<IssueState> issues;
    private final StateCollection<PageState> pages;

    /** Takes the collections of the database and makes their indexes. */
    public Projection(MongoDatabase database) {
        MongoCollection<Document> topicDocuments = database.getCollection(TOPICS);
        topicDocuments.createIndex(Indexes.ascending(TopicDocument.ISSUE, TopicDocument.SECTION));
        topicDocuments.createIndex(Indexes.descending(TopicDocument.CURSOR));
        topicDocuments.createIndex(Indexes.descending(TopicDocument.FIRST_DAY, TopicDocument.ID));
        topics = new StateCollection<>(topicDocuments, TopicDocument::of, TopicDocument::read);
        issues = new StateCollection<>(database.getCollection(ISSUES), Projection::document, Projection::issue);
        pages = new StateCollection<>(database.getCollection("pages"), Projection::document, Projection::page);
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
        pageStates.forEach(page -> topicIds.addAll(page.topicIds()));
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

    /** Saves what the ledger changed; states that MongoDB has as new or newer stay. */
    public void save(Ledger ledger) {
        topics.save(ledger.changedTopics());
        issues.save(ledger.changedIssues());
        pages.save(ledger.changedPages());
    }

    private static void addKey(Set<String> keys, String publication, @Nullable IssueRef issue) {
        if (issue != null) {
            keys.add(IssueState.key(publication, issue.number()));
        }
    }

    private static Document document(IssueState state) {
        PublishedIssue issue = state.issue();
        return new Document(StateCollection.ID, IssueState.key(issue.publication(), issue.number()))
                .append(StateCollection.CURSOR, state.cursor().value())
                .append("number", issue.number())
                .append(JSON, json(issue));
    }

    /** Reads an issue's state. */
    public static IssueState issue(Document document) {
        return new IssueState(
                read(document, PublishedIssue.class), new Cursor(document.getLong(StateCollection.CURSOR)));
    }

    private static Document document(PageState state) {
        return new Document(StateCollection.ID, state.page().url())
                .append(StateCollection.CURSOR, state.cursor().value())
                .append(JSON, json(state));
    }

    private static PageState page(Document document) {
        return read(document, PageState.class);
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private static <T> T read(Document document, Class<T> type) {
        return Json.read(document.getString(JSON).getBytes(StandardCharsets.UTF_8), type);
    }
}
