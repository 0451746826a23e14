package org.jdfwire.fetcher.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Single HTTP requests within {@link Limits}: nothing is retried, followed or remembered, and no cookie is kept, for a
 * client that a host turns away must not look like another one.
 */
public final class HttpRequests implements AutoCloseable {
    private static final List<Header> DEFAULT_HEADERS = List.of(
            new BasicHeader(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"),
            new BasicHeader(HttpHeaders.ACCEPT_LANGUAGE, "en"));

    private final CloseableHttpClient client;

    /** @param userAgent value of the User-Agent of each request */
    public HttpRequests(String userAgent) {
        ConnectionConfig connections = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(Limits.CONNECT))
                .setSocketTimeout(Timeout.of(Limits.SILENCE))
                // nothing is retried, so a connection that the host has closed meanwhile must be noticed before
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                .setTimeToLive(TimeValue.ofMinutes(1))
                .build();
        client = HttpClients.custom()
                .setUserAgent(userAgent)
                .setDefaultHeaders(DEFAULT_HEADERS)
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(connections)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(Limits.SILENCE))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /**
     * Asks once.
     *
     * @param byteLimit the most decoded bytes that are taken of a 200
     * @throws TooLargeException when there are more
     * @throws IOException when there is no whole answer: name, connection, time-out or a broken body
     */
    Answer get(HttpUrl url, Validators known, int byteLimit) throws IOException {
        HttpGet request = new HttpGet(url.toString());
        setIfPresent(request, HttpHeaders.IF_NONE_MATCH, known.etag());
        setIfPresent(request, HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        try {
            return answer(response, response.getCode() == 200 ? read(response, byteLimit) : new byte[0]);
        } finally {
            // closing alone would read what is left of the body to its end, and it may have none
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private static byte[] read(ClassicHttpResponse response, int byteLimit) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        long deadline = System.nanoTime() + Limits.BODY.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        InputStream in = entity.getContent();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (body.size() + n > byteLimit) {
                throw new TooLargeException(byteLimit);
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the body took longer than " + Limits.BODY.toSeconds() + " s");
            }
            body.write(buffer, 0, n);
        }
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
