package org.jdfwire.store.webhook;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The subscriptions in MongoDB. Operators and senders change the same documents, on several instances; each change is a
 * compare-and-set of the whole document by its revision, so none is lost.
 */
final class Subscriptions {
    private static final String ID = "_id";
    private static final String REVISION = "revision";

    private final MongoOperations mongo;

    Subscriptions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void add(Subscription subscription) {
        mongo.insert(subscription);
    }

    /** Returns all of them, in the order of their making. */
    List<Subscription> all() {
        return mongo.find(new Query().with(Sort.by("createdAt", ID)), Subscription.class);
    }

    @Nullable
    Subscription find(String id) {
        return mongo.findById(id, Subscription.class);
    }

    boolean remove(String id) {
        return mongo.remove(Query.query(Criteria.where(ID).is(id)), Subscription.class)
                        .getDeletedCount()
                == 1;
    }

    /**
     * Changes one, from whatever it is by then.
     *
     * @param step returns what it is to be, or null where it is to stay; may be asked again
     * @return what it is now; null where there is none, or it stays
     */
    @Nullable
    Subscription update(String id, Function<Subscription, @Nullable Subscription> step) {
        while (true) {
            Subscription found = find(id);
            Subscription wanted = found == null ? null : step.apply(found);
            if (found == null || wanted == null) {
                return null;
            }
            Subscription next = wanted.next();
            Query unchanged =
                    Query.query(Criteria.where(ID).is(id).and(REVISION).is(found.revision()));
            if (mongo.replace(unchanged, next).getMatchedCount() == 1) {
                return next;
            }
        }
    }
}
