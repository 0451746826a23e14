package org.jdfwire.bench.catchup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jdfwire.bench.live.Message;
import org.jdfwire.bench.live.Messages;
import org.jdfwire.bench.process.HeapWatch;
import org.jdfwire.bench.process.ProcessUsage;
import org.jdfwire.bench.process.StoreProcess;
import org.jdfwire.bench.process.WorkFolder;

/**
 * {@code GET /v1/changes?since=earliest} as lines of JSON, from the first change to the last, beside a loop that reads the
 * same documents with the bare driver and writes them to a socket; the two in turn. Target: at least half of the speed.
 */
public final class CatchUp {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int COUNT = Integer.getInteger("bench.changes", 100_000);
    private static final int BATCH = 1000;
    private static final double TARGET = 0.5;

    private CatchUp() {}

    public static void main(String[] arguments) throws IOException {
        try (WorkFolder folder = WorkFolder.create();
                StoreProcess store = new StoreProcess(folder.path(), List.of(), "store.heartbeat=15s");
                MongoClient mongo = MongoClients.create(store.mongodb())) {
            MongoCollection<Document> changes = mongo.getDatabase("jdfwire").getCollection("changes");
            long bytes = fill(changes);
            System.out.printf(
                    Locale.ROOT,
                    "%,d changes, %,d MB of lines, load average %.1f%n",
                    COUNT,
                    bytes >> 20,
                    ProcessUsage.load());
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round <= ROUNDS; round++) {
                double driver = COUNT / seconds(() -> driverLoop(changes, bytes));
                HeapWatch heap = HeapWatch.start(store.pid());
                double feed = COUNT / seconds(() -> feed(store.port(), bytes));
                String used = heap.stop();
                if (round > 0) {
                    ratios[round - 1] = feed / driver;
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s driver loop %,9.0f/s   NDJSON %,9.0f/s   ratio %.2f   store's heap in MB: %s%n",
                        round == 0 ? "warm-up" : "round " + round,
                        driver,
                        feed,
                        feed / driver,
                        used);
            }
            Arrays.sort(ratios);
            System.out.printf(Locale.ROOT, "median ratio %.2f (target: at least %.1f)%n", ratios[ROUNDS / 2], TARGET);
        }
    }

    /** Writes the journal as the store has it, and returns how many bytes its lines have. */
    private static long fill(MongoCollection<Document> changes) {
        Messages messages = new Messages();
        long bytes = 0;
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Message message = messages.next();
            bytes += message.json().length + 1;
            batch.add(new Document("_id", message.change().cursor().value())
                    .append("recordedAt", Date.from(Instant.EPOCH))
                    .append("hash", message.change().hash())
                    .append("type", message.change().type().text())
                    .append("topicId", message.change().topicId())
                    .append("publication", "jdf")
                    .append("issue", 133)
                    .append("section", "topics")
                    .append("countries", List.of("DE"))
                    .append("kind", "port-call")
                    .append("people", List.of())
                    .append("organizations", List.of())
                    .append("occurred", List.of())
                    .append("text", "port call\na ship called.")
                    .append("json", new String(message.json(), StandardCharsets.UTF_8)));
            if (batch.size() == BATCH) {
                changes.insertMany(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            changes.insertMany(batch);
        }
        return bytes;
    }

    /** What the whole way costs without a store: one cursor, one socket. */
    private static void driverLoop(MongoCollection<Document> changes, long bytes) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread writer = new Thread(() -> write(changes, server), "driver-loop");
            writer.start();
            try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                drain(socket.getInputStream(), bytes);
            }
        }
    }

    private static void write(MongoCollection<Document> changes, ServerSocket server) {
        try (Socket client = server.accept();
                OutputStream out = new BufferedOutputStream(client.getOutputStream(), 65536);
                MongoCursor<Document> cursor = changes.find()
                        .sort(Sorts.ascending("_id"))
                        .projection(Projections.include("type", "json"))
                        .batchSize(BATCH)
                        .iterator()) {
            while (cursor.hasNext()) {
                out.write(cursor.next().getString("json").getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the driver loop's client went away", e);
        }
    }

    private static void feed(int port, long bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.getOutputStream()
                    .write(("GET /v1/changes?since=earliest HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                    + "Accept: application/x-ndjson\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            drain(socket.getInputStream(), bytes);
        }
    }

    /** Reads lines until there were so many bytes in those that are no framing. */
    private static void drain(InputStream in, long bytes) throws IOException {
        byte[] buffer = new byte[1 << 18];
        long changes = 0;
        int line = 0;
        for (int n = in.read(buffer); changes < COUNT; n = in.read(buffer)) {
            if (n < 0) {
                throw new IOException(changes + " changes (expected: " + COUNT + ", " + bytes + " bytes)");
            }
            for (int i = 0; i < n; i++) {
                if (buffer[i] != '\n') {
                    line++;
                } else {
                    // heads and the sizes of chunks are short
                    changes += line > SHORTEST ? 1 : 0;
                    line = 0;
                }
            }
            if (changes == COUNT) {
                return;
            }
        }
    }

    private static final int SHORTEST = 300;

    /** A step that is timed. */
    private interface Step {
        void run() throws IOException;
    }

    private static double seconds(Step step) throws IOException {
        long begin = System.nanoTime();
        step.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
