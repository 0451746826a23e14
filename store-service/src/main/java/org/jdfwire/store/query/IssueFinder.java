package org.jdfwire.store.query;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.projection.TopicDocument;
import org.jdfwire.store.rules.IssueState;
import org.jspecify.annotations.Nullable;

/** The issues, each with what its topics tell of it. */
public final class IssueFinder {
    private final MongoCollection<Document> issues;
    private final MongoCollection<Document> topics;

    /** Reads the collections {@code issues} and {@code topics} of the database. */
    public IssueFinder(MongoDatabase database) {
        issues = database.getCollection(Projection.ISSUES);
        topics = database.getCollection(Projection.TOPICS);
    }

    /**
     * An issue as it is now, as {@code GET /v1/issues} shows it.
     *
     * @param publication as in a topic
     * @param number of the issue
     * @param month as one of its pages states it ({@code 2021-03}), or null where none does
     * @param firstSeenAt when its first page was observed, RFC 3339
     * @param sections of its topics, sorted
     * @param topicCount how many topics it has now
     */
    public record IssueOverview(
            String publication,
            int number,
            @Nullable String month,
            String firstSeenAt,
            List<String> sections,
            int topicCount) {}

    /** Returns all issues, the newest number first. */
    public List<IssueOverview> all() {
        return overviews(new Document());
    }

    /** Returns the issues with that number, one a publication. */
    public List<IssueOverview> numbered(int number) {
        return overviews(Filters.eq("number", number));
    }

    /** Returns the topics that an issue has now, by section, page and place on the page. */
    public List<Topic> topicsOf(IssueOverview issue) {
        return topics
                .find(Filters.and(
                        Filters.eq(TopicDocument.PUBLICATION, issue.publication()),
                        Filters.eq(TopicDocument.ISSUE, issue.number()),
                        Filters.eq(TopicDocument.WITHDRAWN, false)))
                .map(TopicDocument::read)
                .into(new ArrayList<>())
                .stream()
                .map(state -> state.topic())
                .sorted(Comparator.comparing(IssueFinder::sectionOf)
                        .thenComparing(topic -> topic.page().url())
                        .thenComparing(topic -> topic.evidence().startLine())
                        .thenComparing(Topic::topicId))
                .toList();
    }

    private List<IssueOverview> overviews(Bson which) {
        Map<String, Tally> tallies = new HashMap<>();
        List<PublishedIssue> found = issues.find(which)
                .map(document -> Projection.issue(document).issue())
                .into(new ArrayList<>());
        topics.find(Filters.and(
                        Filters.in(
                                TopicDocument.ISSUE,
                                found.stream().map(PublishedIssue::number).toList()),
                        Filters.eq(TopicDocument.WITHDRAWN, false)))
                .projection(Projections.include(
                        TopicDocument.PUBLICATION, TopicDocument.ISSUE, TopicDocument.SECTION, TopicDocument.MONTH))
                .forEach(topic -> tallies.computeIfAbsent(keyOf(topic), key -> new Tally())
                        .add(topic));
        return found.stream()
                .sorted(Comparator.comparing(PublishedIssue::number)
                        .reversed()
                        .thenComparing(PublishedIssue::publication))
                .map(issue -> tallies.getOrDefault(IssueState.key(issue.publication(), issue.number()), new Tally())
                        .overview(issue))
                .toList();
    }

    private static String keyOf(Document topic) {
        return IssueState.key(topic.getString(TopicDocument.PUBLICATION), topic.getInteger(TopicDocument.ISSUE));
    }

    private static String sectionOf(Topic topic) {
        return topic.section() == null ? "" : topic.section();
    }

    /** What the topics of one issue add up to. */
    private static final class Tally {
        private final TreeSet<String> sections = new TreeSet<>();
        private String month = "";
        private int topicCount;

        void add(Document topic) {
            topicCount++;
            String section = topic.getString(TopicDocument.SECTION);
            if (section != null) {
                sections.add(section);
            }
            // the empty string where its page names no month
            String named = topic.getString(TopicDocument.MONTH);
            month = named.isEmpty() ? month : named;
        }

        IssueOverview overview(PublishedIssue issue) {
            String first = issue.month() == null ? month : issue.month().toString();
            return new IssueOverview(
                    issue.publication(),
                    issue.number(),
                    first.isEmpty() ? null : first,
                    issue.firstSeenAt().toString(),
                    List.copyOf(sections),
                    topicCount);
        }
    }
}
