package org.jdfwire.store.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses who bears no token, or one that is not taken, as RFC 6750 section 3 asks, and says what to do. */
final class BearerChallenge implements ServerAuthenticationEntryPoint {
    private static final String CHALLENGE = "Bearer realm=\"jdfwire\"";

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        BearerTokenError error = refused instanceof OAuth2AuthenticationException bearer
                        && bearer.getError() instanceof BearerTokenError known
                ? known
                : null;
        String challenge = error == null ? CHALLENGE : CHALLENGE + ", error=\"" + error.getErrorCode() + '"';
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return Mono.error(problem(error));
    }

    private static Problem problem(@Nullable BearerTokenError error) {
        if (error == null) {
            return Problem.unauthorized("This needs a token: send the header Authorization: Bearer TOKEN;"
                    + " ./jdfwire token add NAME makes one");
        }
        if (error.getErrorCode().equals(BearerTokenErrorCodes.INVALID_REQUEST)) {
            return Problem.of(HttpStatus.BAD_REQUEST, "Authorization: not understood (expected: Bearer TOKEN, once)");
        }
        return Problem.unauthorized("The token is not known, or was revoked; ./jdfwire token list shows those there"
                + " are, ./jdfwire token add NAME makes one");
    }
}
