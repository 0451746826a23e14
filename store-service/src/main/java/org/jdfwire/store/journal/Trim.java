package org.jdfwire.store.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Takes the old part of the journal away, for who asks for it; by itself the journal is kept forever.
 *
 * <p>Of the changes before a time those stay that set the state which a topic had then, and those that made an issue
 * known; so the latest state of every topic keeps its change, and {@code asOf} works from the horizon on. The horizon is
 * saved first: from then on no feed goes on from a place before it, and a trim that was cut short is finished by doing
 * it again. The last change always stays, as the next one is chained to it. Kafka keeps all of them.
 */
public final class Trim {
    private static final int PAGE = 1000;

    private final MongoOperations mongo;
    private final Horizons horizons;

    /** Trims the journal there. */
    public Trim(MongoOperations mongo) {
        this.mongo = mongo;
        this.horizons = new Horizons(mongo);
    }

    /** What is read of a change to decide about it. */
    private record Old(@Id long cursor, @Nullable String topicId, ChangeType type, Instant recordedAt, String hash) {}

    /**
     * Trims what was recorded before that time, up to the first change that was not.
     *
     * @return how many changes were removed
     */
    public long before(Instant time) {
        Horizon horizon = horizonAt(time);
        if (horizon == null) {
            return 0;
        }
        Horizon known = horizons.load();
        if (known == null || known.last().compareTo(horizon.last()) < 0) {
            horizons.save(horizon);
        } else {
            horizon = known;
        }
        return removeUpTo(horizon.last());
    }

    private @Nullable Horizon horizonAt(Instant time) {
        Old end = newest(new Criteria());
        Old kept = mongo.query(ChangeDocument.class)
                .as(Old.class)
                .matching(Query.query(Criteria.where(ChangeDocument.RECORDED_AT).gte(time))
                        .with(Sort.by(ChangeDocument.ID)))
                .firstValue();
        Old first = kept == null ? end : kept;
        Old last =
                first == null ? null : newest(Criteria.where(ChangeDocument.ID).lt(first.cursor()));
        return last == null ? null : new Horizon(new Cursor(last.cursor()), last.recordedAt(), last.hash());
    }

    private long removeUpTo(Cursor last) {
        Set<String> kept = new HashSet<>();
        long removed = 0;
        long below = last.value() + 1;
        while (true) {
            List<Old> page = mongo.query(ChangeDocument.class)
                    .as(Old.class)
                    .matching(newestFirst(Criteria.where(ChangeDocument.ID).lt(below))
                            .limit(PAGE))
                    .all();
            if (page.isEmpty()) {
                return removed;
            }
            List<Long> superseded = new ArrayList<>();
            for (Old change : page) {
                if (!isKept(change, kept)) {
                    superseded.add(change.cursor());
                }
            }
            removed += mongo.remove(
                            Query.query(Criteria.where(ChangeDocument.ID).in(superseded)), ChangeDocument.class)
                    .getDeletedCount();
            below = page.get(page.size() - 1).cursor();
        }
    }

    /** Whether the change stays; of a topic, seen from its newest change, only the first that set a state does. */
    private static boolean isKept(Old change, Set<String> kept) {
        return change.topicId() == null || (PastTopics.STATES.contains(change.type()) && kept.add(change.topicId()));
    }

    private @Nullable Old newest(Criteria which) {
        return mongo.query(ChangeDocument.class)
                .as(Old.class)
                .matching(newestFirst(which))
                .firstValue();
    }

    private static Query newestFirst(Criteria which) {
        return Query.query(which).with(Sort.by(Sort.Direction.DESC, ChangeDocument.ID));
    }
}
