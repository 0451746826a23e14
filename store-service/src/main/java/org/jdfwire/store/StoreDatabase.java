package org.jdfwire.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.ChainCheck;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.journal.Trim;
import org.jdfwire.store.projection.LogPosition;
import org.jdfwire.store.projection.LogPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** The store's database without the store, for commands that check, trim or drop what is in it. */
public final class StoreDatabase implements AutoCloseable {
    /** What follows from {@code jdf.topics}, {@code jdf.rejects} and {@code jdf.fetches} and from nothing else. */
    private static final List<String> PROJECTION =
            List.of("changes", "topics", "issues", "pages", "journal", "rejects", "fetches");

    private final MongoClient client;
    private final MongoTemplate mongo;
    private final TopicJournal journal;
    private final Horizons horizons;

    private StoreDatabase(MongoClient client, String name) {
        this.client = client;
        mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, name), converter());
        journal = new TopicJournal(mongo);
        horizons = new Horizons(mongo);
    }

    /** Opens the database that a connection string names; throws {@link IllegalArgumentException} where it names none. */
    public static StoreDatabase open(String uri) {
        ConnectionString address = new ConnectionString(uri);
        String name = address.getDatabase();
        if (name == null) {
            return Checks.refuse("mongodb.uri", "without a database", "mongodb://HOST:PORT/NAME");
        }
        return new StoreDatabase(MongoClients.create(address), name);
    }

    /** Returns the last change, or null where there is none. */
    public @Nullable JournalEnd end() {
        return journal.end();
    }

    /** Returns how far the projection is, or null where there is none. */
    public @Nullable LogPosition position() {
        return new LogPositions(mongo).load();
    }

    /** Returns the epoch of the first change that is kept, or 0 where there is none. */
    public int firstEpoch() {
        return journal.read(Position.START, new Cursor(Long.MAX_VALUE), TopicFilter.ALL, 1).stream()
                .mapToInt(first -> first.cursor().epoch())
                .findFirst()
                .orElse(0);
    }

    /** Returns where the retained journal begins, or null where nothing was trimmed. */
    public @Nullable Horizon horizon() {
        return horizons.load();
    }

    /** Checks the hash chain of everything that is retained. */
    public ChainCheck.Verdict verify() {
        Horizon horizon = horizons.load();
        return new ChainCheck(mongo)
                .check(
                        horizon == null ? Position.START : horizon.position(),
                        new Cursor(Long.MAX_VALUE),
                        Long.MAX_VALUE);
    }

    /** Trims what was recorded before that time and returns how many changes were removed: {@link Trim}. */
    public long trim(Instant before) {
        return new Trim(mongo).before(before);
    }

    /** Drops what a store makes again from Kafka; no store may be running. Access, webhooks and archived bytes stay. */
    public void dropProjection() {
        PROJECTION.forEach(mongo::dropCollection);
    }

    @Override
    public void close() {
        client.close();
    }

    /** The same conversions as the running store has. */
    private static MappingMongoConverter converter() {
        MongoCustomConversions conversions = MongoConfiguration.conversions();
        MongoMappingContext mapping = new MongoMappingContext();
        mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        MappingMongoConverter converter = MongoConfiguration.converter(mapping, conversions);
        converter.afterPropertiesSet();
        return converter;
    }
}
