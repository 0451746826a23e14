package org.jdfwire.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether MongoDB's primary answers, within {@link #LONGEST}: whoever asks for readiness is told before he gives up himself.
 *
 * <p>All other commands wait as long as the URI says. Spring Boot's own check waits with them, and wants the right to list
 * databases.
 */
final class DatabasePing extends AbstractHealthIndicator {
    /** From the question to the answer, with the search for a server and the wait for a connection. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    private static final Document PING = new Document("ping", 1);

    private final MongoDatabase admin;

    DatabasePing(MongoClient mongo) {
        super("MongoDB did not answer a ping");
        admin = mongo.getDatabase("admin").withTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        admin.runCommand(PING);
        health.up();
    }
}
