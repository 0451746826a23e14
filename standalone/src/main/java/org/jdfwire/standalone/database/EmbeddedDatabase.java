package org.jdfwire.standalone.database;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** A server that speaks MongoDB's protocol and keeps its data in one file of a folder. */
public final class EmbeddedDatabase implements AutoCloseable {
    /** So long a start may spend on giving back the space of what was replaced. */
    private static final int COMPACT_MILLIS = 500;
    /** MB of documents that are kept as objects; each one that is not costs a Java deserialization. Default 16. */
    private static final int CACHE_MB = 64;

    private final MongoServer server;
    private final String uri;

    private EmbeddedDatabase(MongoServer server, String uri) {
        this.server = server;
        this.uri = uri;
    }

    /** Starts the server on a free loopback port; returns when it takes connections. */
    public static EmbeddedDatabase start(Path folder) {
        return start(folder, 0);
    }

    /** Starts the server on this loopback port, 0 for a free one; returns when it takes connections. */
    public static EmbeddedDatabase start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the database's folder " + folder + " cannot be made", e);
        }
        MVStore store = new MVStore.Builder()
                .fileName(folder.resolve("jdfwire.mv.db").toString())
                .compress()
                .cacheSize(CACHE_MB)
                .open();
        // Replaced documents are never read again, so their chunks may be reused at once.
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        store.compactFile(COMPACT_MILLIS);
        MongoServer server = new MongoServer(new DurableBackend(store));
        server.bind("127.0.0.1", port);
        InetSocketAddress address = server.getLocalAddress();
        return new EmbeddedDatabase(server, "mongodb://127.0.0.1:" + address.getPort() + "/jdfwire");
    }

    /** Returns the connection string, with the database's name. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
