package org.jdfwire.store.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that says what it is told and sees every byte. */
final class RawClient implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;

    /** Talks over a connected socket. */
    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    /** Connects to a port of this machine. */
    static RawClient to(int port) throws IOException {
        return new RawClient(new Socket("127.0.0.1", port));
    }

    RawClient say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    InputStream stream() throws IOException {
        return socket.getInputStream();
    }

    /** Reads up to the empty line after a head, and no further. */
    String head() throws IOException {
        return readUntil("\r\n\r\n");
    }

    String readUntil(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.length() < end.length() || read.indexOf(end, read.length() - end.length()) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new SocketException("the end, after " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Goes with a reset, as one does whose unread input is dropped. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
