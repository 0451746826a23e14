package org.jdfwire.bench.live;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jdfwire.bench.process.FreePorts;
import org.jdfwire.bench.process.ProcessUsage;
import org.jdfwire.bench.process.Waits;
import org.jspecify.annotations.Nullable;

/**
 * nginx with nchan, one worker, on a free port and in a folder of its own.
 *
 * <p>nginx sets {@code TCP_NODELAY} on a connection when it is kept alive after an answer, so not on that of a stream that
 * is asked for first: there the kernel holds small writes back until those before are acknowledged, which can be 40 ms,
 * and sends several messages as one. A client that asks something else first gets each message at once.
 */
final class NchanServer implements FeedServer {
    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so");
    private static final String INSTALL = "install it: apt-get install nginx libnginx-mod-nchan";

    private static final String GREETING = "/greeting";

    private final boolean noDelay;
    private final Messages messages = new Messages();
    private final Process nginx;
    private final long worker;
    private final int port = FreePorts.next();
    private final OutputStream publisher;
    private final Socket publishing;

    /**
     * Starts it; throws {@link IllegalStateException} that says what to install where it is absent.
     *
     * @param noDelay whether each message goes out at once, as the store's do
     */
    NchanServer(Path folder, boolean noDelay) {
        this.noDelay = noDelay;
        if (!Files.exists(MODULE)) {
            throw new IllegalStateException("nchan: not found at " + MODULE + "; " + INSTALL);
        }
        try {
            Files.createDirectories(folder);
            Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration());
            nginx = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.log").toFile())
                    .start();
            // a bench that is ended must not leave its nginx running
            Runtime.getRuntime().addShutdownHook(new Thread(nginx::destroy, "end-nginx"));
            Waits.until("nginx in " + folder, Duration.ofSeconds(10), this::isListening);
            worker = ProcessUsage.children(nginx.pid()).get(0);
            publishing = new Socket(InetAddress.getByName("127.0.0.1"), port);
            publishing.setTcpNoDelay(true);
            publisher = new BufferedOutputStream(publishing.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("nginx cannot be started; " + INSTALL, e);
        }
        Thread answers = new Thread(this::readAnswers, "nchan-answers");
        answers.setDaemon(true);
        answers.start();
    }

    private String configuration() {
        boolean root = System.getProperty("user.name").equals("root");
        return """
                load_module %s;
                %s
                daemon off;
                pid nginx.pid;
                error_log error.log;
                worker_processes 1;
                worker_rlimit_nofile 20000;
                events { worker_connections 19000; }
                http {
                  access_log off;
                  keepalive_requests 1000000000;
                  keepalive_timeout 1h;
                  client_header_timeout 1h;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  nchan_shared_memory_size 256M;
                  server {
                    listen 127.0.0.1:%d backlog=4096;
                    location = %s { return 204; }
                    location = /publish {
                      nchan_publisher;
                      nchan_channel_id changes;
                      # as many as the store's ring has
                      nchan_message_buffer_length 1024;
                      nchan_message_timeout 1h;
                    }
                    location = /subscribe {
                      nchan_subscriber eventsource;
                      nchan_channel_id changes;
                      nchan_subscriber_first_message newest;
                      # as often as the store's heartbeat
                      nchan_eventsource_ping_interval 15;
                    }
                  }
                }
                """.formatted(MODULE, root ? "user root;" : "", port, GREETING);
    }

    private boolean isListening() {
        if (!nginx.isAlive()) {
            throw new IllegalStateException(
                    "nginx ended with " + nginx.exitValue() + "; nginx.log and error.log say why");
        }
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            return socket.isConnected() && !ProcessUsage.children(nginx.pid()).isEmpty();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public long pid() {
        return worker;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String path() {
        return "/subscribe";
    }

    @Override
    public @Nullable String greeting() {
        return noDelay ? GREETING : null;
    }

    @Override
    public void beforeSubscribing() {
        // who subscribes gets what is published from then on
    }

    /** Sends the request without waiting for the answer to the one before (RFC 9112, 9.3.2). */
    @Override
    public void publish() {
        Message message = messages.next();
        byte[] json = message.json();
        String head = "POST /publish HTTP/1.1\r\nHost: bench\r\nContent-Length: " + json.length
                + "\r\nX-EventSource-Event: " + message.change().type().text() + "\r\n\r\n";
        try {
            publisher.write(head.getBytes(StandardCharsets.US_ASCII));
            publisher.write(json);
            publisher.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("nchan takes no more messages", e);
        }
    }

    private void readAnswers() {
        byte[] buffer = new byte[65536];
        try (InputStream answers = publishing.getInputStream()) {
            int read = answers.read(buffer);
            while (read >= 0) {
                read = answers.read(buffer);
            }
        } catch (IOException closed) {
            // the bench is over
        }
    }

    @Override
    public void close() {
        try {
            publishing.close();
            nginx.destroy();
            if (!nginx.waitFor(10, TimeUnit.SECONDS)) {
                nginx.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the publishing connection cannot be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
