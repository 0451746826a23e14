package org.jdfwire.store.webhook;

import java.net.InetAddress;
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

/** Apache's HTTP client with everything off that it would do by itself: nothing is retried, followed or looked up. */
final class PlainClient {
    /** The longest line of an answer's head, in bytes, and its most headers. */
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxLineLength(8 * 1024)
            .setMaxHeaderCount(100)
            .build();

    private static final DnsResolver NO_SECOND_LOOKUP = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) {
            throw new IllegalStateException(host + ": no look-up (expected: an address that the gate has admitted)");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private PlainClient() {}

    static CloseableHttpClient of(String userAgent, WebhookProperties properties) {
        return HttpClients.custom()
                .setUserAgent(userAgent)
                .setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.CONNECTION, HeaderElements.CLOSE)))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(NO_SECOND_LOOKUP)
                        // and those who try the way from the HTTP interface
                        .setMaxConnTotal(properties.threads() * 2)
                        .setMaxConnPerRoute(properties.threads() * 2)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .responseParserFactory(new WholeHeads(HEADS))
                                .http1Config(HEADS)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(properties.connect()))
                                .setSocketTimeout(Timeout.of(properties.answer()))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(properties.connect()))
                        .setResponseTimeout(Timeout.of(properties.answer()))
                        .build())
                // one connection a request: its address was just checked
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableContentCompression()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }
}
