package org.jdfwire.fetcher.http;

import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache's HTTP client with everything off that it would do by itself: nothing is retried, followed, decoded, looked up
 * or remembered, and no cookie is kept, for a client that a host turns away must not look like another one.
 */
final class PlainClient {
    private static final DnsResolver NO_SECOND_LOOKUP = new DnsResolver() {
        @Override
        public java.net.InetAddress[] resolve(String host) {
            throw new IllegalStateException(host + ": no look-up (expected: an address that the gate has admitted)");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private PlainClient() {}

    static CloseableHttpClient of(String userAgent, Limits limits) {
        return HttpClients.custom()
                .setUserAgent(userAgent)
                .setDefaultHeaders(List.of(
                        new BasicHeader(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"),
                        new BasicHeader(HttpHeaders.ACCEPT_LANGUAGE, "en"),
                        new BasicHeader(HttpHeaders.ACCEPT_ENCODING, ContentCodings.ACCEPTED),
                        new BasicHeader(HttpHeaders.CONNECTION, HeaderElements.CLOSE)))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(NO_SECOND_LOOKUP)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(Limits.HEADER_LINE)
                                        .setMaxHeaderCount(Limits.HEADERS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(limits.connect()))
                                .setSocketTimeout(Timeout.of(limits.silence()))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(limits.silence()))
                        .build())
                // one connection a request: its address was just checked, and what a host sends beyond the length that
                // it stated is not taken for its next answer
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableContentCompression()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }
}
