package org.jdfwire.store.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.projection.IssueDocument;
import org.jdfwire.store.projection.TopicDocument;
import org.jdfwire.store.rules.IssueState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The issues, each with what its topics tell of it. */
public final class IssueFinder {
    private final MongoOperations mongo;

    /** Reads the issues and topics there. */
    public IssueFinder(MongoOperations mongo) {
        this.mongo = mongo;
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

    /** What is read of a topic to tell of its issue. */
    private record Part(
            String publication, int issue, @Nullable String section, String month) {}

    /** Returns all issues, the newest number first. */
    public List<IssueOverview> all() {
        return overviews(new Query());
    }

    /** Returns the issues with that number, one a publication. */
    public List<IssueOverview> numbered(int number) {
        return overviews(Query.query(Criteria.where(IssueDocument.NUMBER).is(number)));
    }

    /** Returns the topics that an issue has now, by section, page and place on the page. */
    public List<Topic> topicsOf(IssueOverview issue) {
        Query query = Query.query(Criteria.where(TopicDocument.PUBLICATION)
                .is(issue.publication())
                .and(TopicDocument.ISSUE)
                .is(issue.number())
                .and(TopicDocument.WITHDRAWN)
                .is(false));
        return mongo.find(query, TopicDocument.class).stream()
                .map(document -> document.state().topic())
                .sorted(Comparator.comparing(IssueFinder::sectionOf)
                        .thenComparing(topic -> topic.page().url())
                        .thenComparing(topic -> topic.evidence().startLine())
                        .thenComparing(Topic::topicId))
                .toList();
    }

    private List<IssueOverview> overviews(Query which) {
        List<PublishedIssue> found = mongo.find(which, IssueDocument.class).stream()
                .map(document -> document.state().issue())
                .toList();
        Query present = Query.query(Criteria.where(TopicDocument.ISSUE)
                .in(found.stream().map(PublishedIssue::number).toList())
                .and(TopicDocument.WITHDRAWN)
                .is(false));
        Map<String, Tally> tallies = new HashMap<>();
        for (Part topic : mongo.query(TopicDocument.class)
                .as(Part.class)
                .matching(present)
                .all()) {
            tallies.computeIfAbsent(IssueState.key(topic.publication(), topic.issue()), key -> new Tally())
                    .add(topic);
        }
        return found.stream()
                .sorted(Comparator.comparing(PublishedIssue::number)
                        .reversed()
                        .thenComparing(PublishedIssue::publication))
                .map(issue -> tallies.getOrDefault(IssueState.key(issue.publication(), issue.number()), new Tally())
                        .overview(issue))
                .toList();
    }

    private static String sectionOf(Topic topic) {
        return topic.section() == null ? "" : topic.section();
    }

    /** What the topics of one issue add up to. */
    private static final class Tally {
        private final TreeSet<String> sections = new TreeSet<>();
        private String month = "";
        private int topicCount;

        void add(Part topic) {
            topicCount++;
            if (topic.section() != null) {
                sections.add(topic.section());
            }
            // the empty string where its page names no month
            month = topic.month().isEmpty() ? month : topic.month();
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
