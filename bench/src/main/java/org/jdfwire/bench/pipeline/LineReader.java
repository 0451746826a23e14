package org.jdfwire.bench.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A client on a thread of its own that hands each line on as soon as it is there. */
final class LineReader implements AutoCloseable {
    private final Socket socket;

    LineReader(int port, String request, Consumer<String> lines) {
        try {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("no connection to port " + port, e);
        }
        Thread reader = new Thread(() -> read(lines), "line-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().forEach(lines);
        } catch (IOException | UncheckedIOException closed) {
            // the round is over
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a client cannot be closed", e);
        }
    }
}
