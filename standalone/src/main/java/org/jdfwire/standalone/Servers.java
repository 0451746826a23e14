package org.jdfwire.standalone;

import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.ServersOptions;
import org.jdfwire.standalone.database.EmbeddedDatabase;

/** The broker and the database alone, for services that run as processes of their own. */
final class Servers implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;

    private Servers(EmbeddedBroker broker, EmbeddedDatabase database) {
        this.broker = broker;
        this.database = database;
    }

    /**
     * Starts both on a data folder, where {@code up} may have kept its data before, and writes down there where they are.
     *
     * @throws org.jdfwire.standalone.command.Problem where a port is taken
     */
    static Servers start(ServersOptions options, DataFolder data) {
        int kafkaPort;
        int controllerPort;
        int mongodbPort;
        try (Ports ports = new Ports()) {
            kafkaPort = ports.claim(ServersOptions.KAFKA_PORT, options.kafkaPort());
            mongodbPort = ports.claim(ServersOptions.MONGODB_PORT, options.mongodbPort());
            controllerPort = ports.free();
        }
        EmbeddedBroker broker = EmbeddedBroker.start(data.kafka(), kafkaPort, controllerPort);
        Servers servers = new Servers(broker, EmbeddedDatabase.start(data.mongodb(), mongodbPort));
        data.announceKafka(servers.kafka());
        data.announceDatabase(servers.mongodb());
        return servers;
    }

    /** Returns the broker's address: host and port. */
    String kafka() {
        return broker.address();
    }

    /** Returns the database's connection string, with its name. */
    String mongodb() {
        return database.uri();
    }

    @Override
    public void close() {
        database.close();
        broker.close();
    }
}
