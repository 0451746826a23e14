package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Status;

/** A client that would wait for hours, and a check that does not: without its own bound a test here does not end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabasePingTest {
    private static final String HOURS = "/jdfwire?serverSelectionTimeoutMS=7200000&connectTimeoutMS=7200000"
            + "&socketTimeoutMS=7200000&waitQueueTimeoutMS=7200000";

    private final MongoServer server = new MongoServer(new DeafBackend());

    @AfterEach
    void stop() {
        DeafBackend.answers.countDown();
        server.shutdownNow();
    }

    @Test
    void isUpWhileTheServerAnswers() {
        try (MongoClient mongo = client(server.bindAndGetConnectionString() + HOURS)) {
            assertThat(new DatabasePing(mongo).health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void isDownWhenTheServerHasGone() {
        try (MongoClient mongo = client(server.bindAndGetConnectionString() + HOURS)) {
            DatabasePing ping = new DatabasePing(mongo);
            assertThat(ping.health().getStatus()).isEqualTo(Status.UP);
            server.shutdownNow();
            assertThat(ping.health().getStatus()).as("its connection breaks").isEqualTo(Status.DOWN);
            assertThat(ping.health().getStatus()).as("no server is found").isEqualTo(Status.DOWN);
        }
    }

    @Test
    void isDownWhenTheServerTakesThePingAndSaysNothing() {
        try (MongoClient mongo = client(server.bindAndGetConnectionString() + HOURS)) {
            DatabasePing ping = new DatabasePing(mongo);
            DeafBackend.answers = new CountDownLatch(1);
            assertThat(ping.health().getStatus()).isEqualTo(Status.DOWN);
            DeafBackend.answers.countDown();
            assertThat(ping.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void isDownWhenWhoeverListensThereIsSilentFromTheStart() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                MongoClient mongo = client("mongodb://127.0.0.1:" + silent.getLocalPort() + HOURS)) {
            assertThat(new DatabasePing(mongo).health().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToServerSettings(monitor -> monitor.heartbeatFrequency(500, TimeUnit.MILLISECONDS))
                .build());
    }

    /** Answers a ping when it may. */
    private static final class DeafBackend extends MemoryBackend {
        private static volatile CountDownLatch answers = new CountDownLatch(0);

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (command.equals("ping")) {
                try {
                    answers.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("stopped", e);
                }
            }
            return super.handleCommand(channel, database, command, query);
        }
    }
}
