package org.jdfwire.bench.live;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.jdfwire.bench.process.StoreProcess;
import org.jdfwire.contracts.Destinations;
import org.jspecify.annotations.Nullable;

/**
 * The real store, fed through {@code jdf.changes} as its writer feeds every instance.
 *
 * <p>The journal in MongoDB gets only the last change before a subscription, so that {@code since=now} is that place:
 * what is measured is delivery, and its writer has a measurement of its own.
 */
final class StoreServer implements FeedServer {
    private final StoreProcess store;
    private final KafkaProducer<byte[], byte[]> producer;
    private final MongoClient mongo;
    private final Messages messages = new Messages();
    private Message last = messages.next();
    private @Nullable Message journalled;

    StoreServer(Path folder, List<String> jvmOptions) {
        store = new StoreProcess(folder, jvmOptions, "store.streams-per-address=20000");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", store.kafka(), "linger.ms", 0, "acks", "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        mongo = MongoClients.create(store.mongodb());
    }

    @Override
    public long pid() {
        return store.pid();
    }

    @Override
    public int port() {
        return store.port();
    }

    @Override
    public String path() {
        return "/v1/changes?since=now";
    }

    @Override
    public void beforeSubscribing() {
        Message newest = last;
        if (newest != journalled) {
            mongo.getDatabase("jdfwire")
                    .getCollection("changes")
                    .insertOne(new Document("_id", newest.change().cursor().value())
                            .append("hash", newest.change().hash())
                            .append("json", new String(newest.json(), StandardCharsets.UTF_8)));
            journalled = newest;
        }
    }

    @Override
    public void publish() {
        Message message = messages.next();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Destinations.CHANGES, 0, null, message.json());
        message.change()
                .toHeaders()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        last = message;
    }

    @Override
    public void close() {
        producer.close();
        mongo.close();
        store.close();
    }
}
