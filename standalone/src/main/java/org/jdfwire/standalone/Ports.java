package org.jdfwire.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jdfwire.standalone.command.Problem;

/**
 * Finds ports before anything is started, so that a taken one is told in a sentence. Each is held until all are found,
 * or two that may be any free one could be the same.
 */
final class Ports implements AutoCloseable {
    /** Free ones are looked for here, below those that systems give to outgoing connections (32768 or 49152 and up). */
    private static final int FIRST = 20_000;

    private static final int COUNT = 10_000;
    private static final int TRIES = 100;

    private final List<ServerSocket> held = new ArrayList<>();

    /**
     * Returns the port, or a free one where it is 0.
     *
     * @throws Problem where another process has it
     */
    int claim(String flag, int port) {
        if (port == 0) {
            return free();
        }
        try {
            return hold(port);
        } catch (IOException e) {
            throw new Problem(
                    "port " + port + ": taken by another program (expected: a free one; choose it with " + flag + " N)",
                    e);
        }
    }

    /**
     * Returns a free port of the loopback interface. It is let go seconds before its server takes it, and one that the
     * system chose could by then belong to an outgoing connection, of which a start makes dozens.
     */
    int free() {
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return hold(FIRST + ThreadLocalRandom.current().nextInt(COUNT));
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw new UncheckedIOException("no free port on the loopback interface", Objects.requireNonNull(last));
    }

    /** Lets go of all of them, for their servers to take. */
    @Override
    public void close() {
        for (ServerSocket socket : held) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("port " + socket.getLocalPort() + " cannot be let go", e);
            }
        }
    }

    private int hold(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        held.add(socket);
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        return port;
    }
}
