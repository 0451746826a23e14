package org.jdfwire.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.MaintenanceOptions;
import org.jdfwire.standalone.database.EmbeddedDatabase;

/**
 * The broker and the database that a command works with, for as long as it does: those that its flags name, and else those
 * of the data folder, which nothing else may be running on.
 */
final class MaintenanceServers implements AutoCloseable {
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final String kafka;
    private final String mongodb;

    private MaintenanceServers(MaintenanceOptions options, String log) {
        DataFolder data = DataFolder.take(options.data());
        stops.push(data::close);
        Logs.to(data.path().resolve(log));
        kafka = options.kafka() == null ? broker(data) : options.kafka();
        mongodb = options.mongodbUri() == null ? database(data) : options.mongodbUri();
    }

    /**
     * Starts what the flags do not name, and logs to a file of that name in the data folder.
     *
     * @throws org.jdfwire.standalone.command.Problem where the data folder holds no data or something runs on it
     */
    static MaintenanceServers open(MaintenanceOptions options, String log) {
        if (options.kafka() == null) {
            DataFolder.requireFilled(options.data());
        }
        return new MaintenanceServers(options, log);
    }

    /** Returns the broker's address. */
    String kafka() {
        return kafka;
    }

    /** Returns the database's connection string. */
    String mongodb() {
        return mongodb;
    }

    @Override
    public void close() {
        stops.forEach(Runnable::run);
    }

    private String broker(DataFolder data) {
        int port;
        int controllerPort;
        try (Ports ports = new Ports()) {
            port = ports.free();
            controllerPort = ports.free();
        }
        EmbeddedBroker broker = EmbeddedBroker.start(data.kafka(), port, controllerPort);
        stops.push(broker::close);
        return broker.address();
    }

    private String database(DataFolder data) {
        EmbeddedDatabase database = EmbeddedDatabase.start(data.mongodb());
        stops.push(database::close);
        return database.uri();
    }
}
