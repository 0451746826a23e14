package org.jdfwire.standalone.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.utils.Time;

/**
 * A broker that was killed and is still registered at its controller.
 *
 * <p>Where its successor starts beside the controller, it takes itself for the leader of all partitions before the
 * controller knows it. Its transaction coordinator then goes on with what the dead one had promised to commit, finds no
 * leader that is alive to write the marks of the commit to, takes the partitions for deleted and skips them (Kafka 4.3:
 * {@code TransactionMarkerChannelManager}): the transaction counts as committed, and nobody ever reads its records. So the
 * controller lets go of the dead broker first.
 */
final class KilledBroker {
    /** Where transactions are kept; without them there is none to go on with. */
    private static final String TRANSACTIONS = "__transaction_state-0";
    /** What a broker writes when it has stopped well, and removes when it starts. */
    private static final String CLEAN = ".kafka_cleanshutdown";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private KilledBroker() {}

    /** Whether the broker of a folder had transactions and did not stop well. */
    static boolean wasKilled(Path folder) {
        return Files.exists(folder.resolve(TRANSACTIONS)) && !Files.exists(folder.resolve(CLEAN));
    }

    /**
     * Starts the controller alone, has it forget the broker, and stops it.
     *
     * @param settings of the server that is controller and broker in one
     * @param controller its host and port
     */
    static void unregister(int broker, Map<String, String> settings, String controller) {
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(controllerAlone(settings, controller)), Time.SYSTEM);
        server.startup();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, controller))) {
            await(() -> admin.unregisterBroker(broker).all(), PATIENCE);
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /**
     * Asks a controller to let go of a broker until it does. One that has just started refuses whatever it is asked, as
     * though it were of another version, until it has read its log, which takes longer the busier the machine is.
     *
     * @param asking makes a request and returns its answer
     * @throws IllegalStateException where it refuses for another reason, or does not do it in time
     */
    static void await(Supplier<KafkaFuture<Void>> asking, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean done = false;
        while (!done) {
            try {
                asking.get().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                done = true;
            } catch (ExecutionException e) {
                // it was killed once more before it was registered again
                done = e.getCause() instanceof BrokerIdNotRegisteredException;
                boolean later = e.getCause() instanceof UnsupportedVersionException && System.nanoTime() < end;
                if (!done && !later) {
                    throw new IllegalStateException(
                            "Kafka's controller does not let go of the broker that was killed", e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (TimeoutException e) {
                throw new IllegalStateException(
                        "Kafka's controller does not answer (expected: within " + patience.toSeconds() + " s)", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while Kafka starts", e);
            }
        }
    }

    private static Map<String, String> controllerAlone(Map<String, String> settings, String controller) {
        Map<String, String> alone = new LinkedHashMap<>(settings);
        alone.put("process.roles", "controller");
        alone.put("listeners", "CONTROLLER://" + controller);
        alone.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT");
        alone.remove("advertised.listeners");
        alone.remove("inter.broker.listener.name");
        return alone;
    }
}
