package org.jdfwire.standalone.fleet;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Date;
import org.bson.Document;

/** The leases under which stores send to webhooks, as MongoDB has them. */
final class Leases implements AutoCloseable {
    private final MongoClient client;
    private final MongoCollection<Document> subscriptions;

    Leases(String uri) {
        client = MongoClients.create(uri);
        subscriptions = client.getDatabase("jdfwire").getCollection("subscriptions");
    }

    /** Returns whether the process of that number holds one now. */
    boolean isHeldBy(String pid) {
        return subscriptions
                        .find(Filters.and(
                                Filters.regex("lease.holder", "^" + pid + "-"), Filters.gt("lease.until", new Date())))
                        .first()
                != null;
    }

    @Override
    public void close() {
        client.close();
    }
}
