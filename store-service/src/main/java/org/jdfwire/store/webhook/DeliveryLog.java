package org.jdfwire.store.webhook;

import java.util.Comparator;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The last attempts of each subscription; a newer one takes the place of the oldest, so it is bounded by itself. */
final class DeliveryLog {
    /** Attempts kept of a subscription. */
    static final int KEPT = 200;

    private static final String ID = "_id";

    private final MongoOperations mongo;

    DeliveryLog(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Returns the slot of an attempt. */
    static String slot(String subscriptionId, long number) {
        return subscriptionId + ':' + number % KEPT;
    }

    void write(Delivery delivery) {
        mongo.save(delivery);
    }

    /** Returns the attempts of a subscription, the newest first. */
    List<Delivery> of(String subscriptionId) {
        return mongo.find(inTheRingOf(subscriptionId), Delivery.class).stream()
                .sorted(Comparator.comparingLong(Delivery::number).reversed())
                .toList();
    }

    void forget(String subscriptionId) {
        mongo.remove(inTheRingOf(subscriptionId), Delivery.class);
    }

    private static Query inTheRingOf(String subscriptionId) {
        // the semicolon comes after the colon
        return Query.query(Criteria.where(ID).gt(subscriptionId + ':').lt(subscriptionId + ';'));
    }
}
