package org.jdfwire.store.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.contracts.address.RefusedAddressException;

/** Sends a message once, to an address that the gate has admitted, and waits no longer than it may. */
final class WebhookClient implements AutoCloseable {
    private static final String USER_AGENT = "JDFWire-Webhooks/1 (Standard-Webhooks)";
    /** Without a charset: JSON has none (RFC 8259, section 11). */
    private static final ContentType JSON = ContentType.create("application/json");

    private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(10);
    /** The most addresses of a host that are tried where it does not take the connection. */
    private static final int ADDRESSES = 4;
    /** So much of an answer's body is read, for a receiver may stop its work where nobody listens. */
    private static final int MOST_READ = 16 * 1024;

    private final WebhookProperties properties;
    private final AddressGate gate;
    private final InstantSource clock;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor limits;

    WebhookClient(WebhookProperties properties, AddressGate gate, InstantSource clock) {
        this.properties = properties;
        this.gate = gate;
        this.clock = clock;
        client = PlainClient.of(USER_AGENT, properties);
        limits = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "webhook-limits");
            thread.setDaemon(true);
            return thread;
        });
        limits.setRemoveOnCancelPolicy(true);
    }

    /** Returns the longest that one attempt takes. */
    Duration longest() {
        return LONGEST_LOOKUP.plus(properties.connect().multipliedBy(ADDRESSES)).plus(properties.answer());
    }

    /**
     * Reads a target and asks nothing of it.
     *
     * @throws IllegalArgumentException where it is no such URL
     * @throws RefusedAddressException where it must not be connected to
     * @throws IOException where its name cannot be looked up now, which may pass
     */
    void check(String url) throws IOException {
        admit(Target.parse(url, properties.http()));
    }

    /** Sends a message, signed with each of these secrets. */
    Result send(String url, Message message, List<byte[]> secrets) {
        try {
            Target target = Target.parse(url, properties.http());
            List<InetAddress> addresses = admit(target);
            int last = Math.min(addresses.size(), ADDRESSES) - 1;
            for (int i = 0; ; i++) {
                try {
                    return send(target, addresses.get(i), message, secrets);
                } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException e) {
                    // nothing was sent yet, so the host's next address gets nothing twice
                    if (i == last) {
                        throw e;
                    }
                }
            }
        } catch (RefusedAddressException e) {
            return Result.without(Outcome.REFUSED_ADDRESS, Answers.beginning(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // the setting that allowed it was taken back
            return Result.without(Outcome.REFUSED_ADDRESS, Answers.beginning(e.getMessage()));
        } catch (IOException e) {
            return Result.without(Outcome.UNREACHABLE, Answers.beginning(e.toString()));
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        limits.shutdownNow();
    }

    private List<InetAddress> admit(Target target) throws IOException {
        return gate.admit(target.scheme(), target.host(), target.port(), properties.allowance());
    }

    private Result send(Target target, InetAddress address, Message message, List<byte[]> secrets) throws IOException {
        HttpPost request = request(target, message, secrets);
        // with the address in it the client looks nothing up; TLS still wants a certificate for the name
        HttpHost host = new HttpHost(target.scheme(), address, target.host(), target.port());
        Duration limit = properties.connect().plus(properties.answer());
        // a socket's own time-out starts anew with each byte, so a receiver that drips could hold us forever
        ScheduledFuture<?> cut = limits.schedule(request::cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = client.executeOpen(host, request, null);
            try {
                Result result = Answers.read(response, clock.instant());
                readSome(response);
                return result;
            } finally {
                // closing alone would read what is left of the body to its end, and it may have none
                request.cancel();
                Closer.closeQuietly(response);
            }
        } catch (IOException e) {
            if (request.isCancelled()) {
                throw new IOException("no answer within " + limit, e);
            }
            throw e;
        } finally {
            cut.cancel(false);
        }
    }

    private HttpPost request(Target target, Message message, List<byte[]> secrets) {
        Instant now = clock.instant();
        HttpPost request = new HttpPost(target.request());
        request.setEntity(new ByteArrayEntity(message.body(), JSON));
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        request.setHeader(
                "webhook-signature", Signature.of(secrets, message.id(), now.getEpochSecond(), message.body()));
        return request;
    }

    private static void readSome(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        try (InputStream body = entity.getContent()) {
            body.readNBytes(MOST_READ);
        } catch (IOException statusStands) {
            // the status is the answer; what follows it is not looked at
            return;
        }
    }
}
