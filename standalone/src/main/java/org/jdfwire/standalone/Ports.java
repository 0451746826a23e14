package org.jdfwire.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jdfwire.standalone.command.Problem;

/** Finds ports before anything is started, so that a taken one is told in a sentence. */
final class Ports {
    private Ports() {}

    /**
     * Returns the port, or a free one where it is 0.
     *
     * @throws Problem where another process has it
     */
    static int claim(String flag, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Problem(
                    "port " + port + ": taken by another program (expected: a free one; choose it with " + flag + " N)",
                    e);
        }
    }

    /** Returns a free port of the loopback interface. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }
}
