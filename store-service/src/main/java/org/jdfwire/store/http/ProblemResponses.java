package org.jdfwire.store.http;

import java.util.stream.Collectors;
import org.jdfwire.contracts.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers every failed request with {@code application/problem+json}, whatever the client would accept. */
@Component
@Order(-2) // before Spring Boot's own handler, which stands at -1
final class ProblemResponses implements ErrorWebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemResponses.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = problemOf(exchange, failure);
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (failure instanceof MethodNotAllowedException notAllowed) {
            response.getHeaders().setAllow(notAllowed.getSupportedMethods());
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(Json.bytes(problem.members()))));
    }

    private static Problem problemOf(ServerWebExchange exchange, Throwable failure) {
        String path = exchange.getRequest().getPath().value();
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof NotAcceptableStatusException notAcceptable) {
            // as it came, for it may be no list of media types
            String accept = String.join(", ", exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT));
            String offered = notAcceptable.getSupportedMediaTypes().stream()
                    .map(MediaType::toString)
                    .collect(Collectors.joining(" or "));
            return Problem.of(
                    HttpStatus.NOT_ACCEPTABLE,
                    "Accept: " + accept + " (expected: " + (offered.isEmpty() ? "media types" : offered) + ")");
        }
        if (failure instanceof MethodNotAllowedException notAllowed) {
            return Problem.of(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "Method: " + notAllowed.getHttpMethod() + " (expected: " + notAllowed.getSupportedMethods() + ")");
        }
        if (failure instanceof ResponseStatusException response) {
            HttpStatus status = HttpStatus.resolve(response.getStatusCode().value());
            if (status == HttpStatus.NOT_FOUND) {
                return Problem.unknown("path", path);
            }
            if (status != null && status.is4xxClientError()) {
                String reason = response.getReason();
                return Problem.of(status, reason == null ? status.getReasonPhrase() : reason);
            }
        }
        log.error("{} failed", path, failure);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "The request failed; the store's log says why");
    }
}
