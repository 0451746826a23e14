package org.jdfwire.fetcher.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Single HTTP requests within {@link Limits}, each to an address that the gate has admitted. */
public final class HttpRequests implements AutoCloseable {
    private final CloseableHttpClient client;
    private final Limits limits;
    private final AddressGate gate;

    /** Requests within the usual limits, to names as the operating system knows them. */
    public HttpRequests(String userAgent) {
        this(userAgent, Limits.DEFAULT, new AddressGate());
    }

    /** @param userAgent value of the User-Agent of each request */
    public HttpRequests(String userAgent, Limits limits, AddressGate gate) {
        this.client = PlainClient.of(userAgent, limits);
        this.limits = limits;
        this.gate = gate;
    }

    /**
     * Asks for a page once.
     *
     * @throws TooLargeException when a 200 has more decoded bytes than a page may have
     * @throws org.jdfwire.contracts.address.RefusedAddressException when the address must not be connected to
     * @throws IOException when there is no whole answer: name, connection, time-out or a broken body
     */
    Answer page(HttpUrl url, Validators known, Allowance allowance) throws IOException {
        return ask(url, known, allowance, limits.page(), false);
    }

    /** Asks for a robots.txt once; of one that is too long the beginning is enough (RFC 9309, section 2.5). */
    Answer robots(HttpUrl url, Allowance allowance) throws IOException {
        return ask(url, Validators.NONE, allowance, Limits.ROBOTS_BYTES, true);
    }

    /** Asks nothing; throws as a request would whose address is refused. */
    void check(HttpUrl url, Allowance allowance) throws IOException {
        try {
            gate.admit(url.scheme(), url.host(), url.portToAsk(), allowance);
        } catch (UnknownHostException e) {
            // a name that leads nowhere leads to no refused address either
            return;
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private Answer ask(HttpUrl url, Validators known, Allowance allowance, int byteLimit, boolean cut)
            throws IOException {
        List<InetAddress> addresses = gate.admit(url.scheme(), url.host(), url.portToAsk(), allowance);
        int last = Math.min(addresses.size(), Limits.ADDRESSES) - 1;
        for (int i = 0; ; i++) {
            try {
                return ask(url, known, addresses.get(i), byteLimit, cut);
            } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException e) {
                // nothing was asked yet, so the host's next address is no second request
                if (i == last) {
                    throw e;
                }
            }
        }
    }

    private Answer ask(HttpUrl url, Validators known, InetAddress address, int byteLimit, boolean cut)
            throws IOException {
        HttpGet request = new HttpGet(url.toString());
        setIfPresent(request, HttpHeaders.IF_NONE_MATCH, known.etag());
        setIfPresent(request, HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
        // with the address in it the client looks nothing up; TLS still wants a certificate for the name
        HttpHost host = new HttpHost(url.scheme(), address, url.host(), url.portToAsk());
        try (TimeLimit time = new TimeLimit(request::cancel)) {
            time.start("the answer", limits.head());
            try {
                ClassicHttpResponse response = client.executeOpen(host, request, null);
                try {
                    time.start("the body", limits.body());
                    return answer(response, response.getCode() == 200 ? read(response, byteLimit, cut) : new byte[0]);
                } finally {
                    // closing alone would read what is left of the body to its end, and it may have none
                    request.cancel();
                    Closer.closeQuietly(response);
                }
            } catch (IOException e) {
                throw time.causeOf(e);
            }
        }
    }

    private static byte[] read(ClassicHttpResponse response, int byteLimit, boolean cut) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (!cut && entity.getContentLength() > byteLimit) {
            throw TooLargeException.moreThan(byteLimit);
        }
        String codings = Arrays.stream(response.getHeaders(HttpHeaders.CONTENT_ENCODING))
                .map(Header::getValue)
                .collect(Collectors.joining(","));
        InputStream in = ContentCodings.undo(entity.getContent(), codings, byteLimit);
        if (cut) {
            return in.readNBytes(byteLimit);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        in.transferTo(body);
        return body.toByteArray();
    }

    private static Answer answer(ClassicHttpResponse response, byte[] body) {
        return new Answer(
                response.getCode(),
                body,
                header(response, HttpHeaders.CONTENT_TYPE),
                header(response, HttpHeaders.ETAG),
                header(response, HttpHeaders.LAST_MODIFIED),
                header(response, HttpHeaders.LOCATION),
                header(response, HttpHeaders.RETRY_AFTER),
                "challenge".equalsIgnoreCase(header(response, "Cf-Mitigated")));
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? null : header.getValue();
    }

    private static void setIfPresent(HttpGet request, String name, @Nullable String value) {
        if (value != null) {
            request.setHeader(name, value);
        }
    }
}
