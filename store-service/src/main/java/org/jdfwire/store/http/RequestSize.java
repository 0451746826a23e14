package org.jdfwire.store.http;

import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a body that is too large, or does not say how large it is, before any of it is read: 413 and 411. */
final class RequestSize implements WebFilter {
    private final DataSize largest;

    RequestSize(DataSize largest) {
        this.largest = largest;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return Mono.error(Problem::lengthRequired);
        }
        return headers.getContentLength() > largest.toBytes()
                ? Mono.error(() -> Problem.bodyTooLarge(headers.getContentLength(), largest.toBytes()))
                : chain.filter(exchange);
    }
}
