package org.jdfwire.store.journal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.TopicFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The topics as they were known at a place in the journal.
 *
 * <p>A topic's state there is its last change up to the place that set a state. So the changes are read from the place,
 * {@value #PAGE} at a time by {@code _id}, and those that a later one of the same topic supersedes are left out, which
 * one range a topic of the index {@code {topicId, _id}} tells. A page of the list costs the changes that it passes over,
 * two queries each {@value #PAGE}; going through the whole list reads the journal up to the place once.
 */
public final class PastTopics {
    private static final int PAGE = 256;

    /** A backfilled content never was the present one. */
    private static final Set<ChangeType> PRESENT = EnumSet.of(
            ChangeType.TOPIC_CREATED, ChangeType.TOPIC_REVISED, ChangeType.TOPIC_RESTORED, ChangeType.TOPIC_REPARSED);

    /** The changes that set a state, a withdrawal included. */
    static final Set<ChangeType> STATES = EnumSet.of(
            ChangeType.TOPIC_CREATED,
            ChangeType.TOPIC_REVISED,
            ChangeType.TOPIC_RESTORED,
            ChangeType.TOPIC_REPARSED,
            ChangeType.TOPIC_WITHDRAWN);

    private final MongoOperations mongo;

    /** Reads the changes there. */
    public PastTopics(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** What is read of a change to know what it is superseded by. */
    private record OfTopic(@Id long cursor, String topicId) {}

    /** A candidate: what is shown of a change, and whose it is. */
    private record Candidate(@Id long cursor, String topicId, String type, String json) {}

    /**
     * Returns the changes that made the states of that place, those of withdrawn topics left out.
     *
     * @param filter what a state must pass; its {@code type} is that of the change that made it
     * @param upTo the last change that was known
     * @param after where the page before ended, or null for the first
     * @param direction of the changes
     * @param limit most changes returned
     */
    public List<JournalEntry> find(
            TopicFilter filter, Position upTo, @Nullable Cursor after, Sort.Direction direction, int limit) {
        List<JournalEntry> found = new ArrayList<>();
        Cursor from = after;
        while (found.size() < limit) {
            List<Candidate> candidates = candidates(filter, upTo, from, direction);
            if (candidates.isEmpty()) {
                break;
            }
            Map<String, Long> last = lastStates(candidates, upTo);
            candidates.stream()
                    .filter(candidate ->
                            last.getOrDefault(candidate.topicId(), candidate.cursor()) == candidate.cursor())
                    .map(candidate ->
                            new JournalEntry(new Cursor(candidate.cursor()), candidate.type(), candidate.json()))
                    .limit(limit - found.size())
                    .forEach(found::add);
            from = new Cursor(candidates.get(candidates.size() - 1).cursor());
        }
        return found;
    }

    private List<Candidate> candidates(
            TopicFilter filter, Position upTo, @Nullable Cursor after, Sort.Direction direction) {
        List<Criteria> conditions = new ArrayList<>(filter.toConditions());
        conditions.add(Criteria.where(ChangeDocument.TYPE).in(PRESENT));
        conditions.add(Criteria.where(ChangeDocument.ID).lte(upTo.value()));
        if (after != null) {
            Criteria further = Criteria.where(ChangeDocument.ID);
            conditions.add(direction.isDescending() ? further.lt(after.value()) : further.gt(after.value()));
        }
        Query query = Query.query(new Criteria().andOperator(conditions))
                .with(Sort.by(direction, ChangeDocument.ID))
                .limit(PAGE);
        return mongo.query(ChangeDocument.class)
                .as(Candidate.class)
                .matching(query)
                .all();
    }

    /** Returns the cursor of the last change that set the state of each of the topics. */
    private Map<String, Long> lastStates(List<Candidate> candidates, Position upTo) {
        long first = candidates.stream().mapToLong(Candidate::cursor).min().orElseThrow();
        Query query = Query.query(Criteria.where(ChangeDocument.TOPIC_ID)
                .in(candidates.stream().map(Candidate::topicId).distinct().toList())
                .and(ChangeDocument.ID)
                .gte(first)
                .lte(upTo.value())
                .and(ChangeDocument.TYPE)
                .in(STATES));
        Map<String, Long> last = new HashMap<>();
        mongo.query(ChangeDocument.class)
                .as(OfTopic.class)
                .matching(query)
                .all()
                .forEach(change -> last.merge(change.topicId(), change.cursor(), Math::max));
        return last;
    }
}
