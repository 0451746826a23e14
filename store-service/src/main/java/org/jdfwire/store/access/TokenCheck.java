package org.jdfwire.store.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2TokenIntrospectionClaimNames;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionAuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tells whose token a request bears; a token that is not taken is never named. */
final class TokenCheck implements ReactiveOpaqueTokenIntrospector {
    private static final String ENVIRONMENT = "environment";

    private final Tokens tokens;
    private final List<String> configured;
    private final Scheduler blocking;

    /**
     * @param tokens those in the database
     * @param configured hashes of tokens besides those
     * @param blocking where the database may be waited for
     */
    TokenCheck(Tokens tokens, List<String> configured, Scheduler blocking) {
        this.tokens = tokens;
        this.configured = configured;
        this.blocking = blocking;
    }

    @Override
    public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
        return Mono.fromCallable(() -> owner(token))
                .subscribeOn(blocking)
                .switchIfEmpty(Mono.error(() -> new BadOpaqueTokenException("The token is not known, or was revoked")))
                .map(owner -> new OAuth2IntrospectionAuthenticatedPrincipal(
                        owner, Map.of(OAuth2TokenIntrospectionClaimNames.SUB, owner), AuthorityUtils.NO_AUTHORITIES));
    }

    private @Nullable String owner(String token) {
        String hash = Tokens.hash(token);
        boolean isConfigured = false;
        for (String known : configured) {
            isConfigured |= Tokens.isSame(hash, known);
        }
        return isConfigured ? ENVIRONMENT : tokens.nameOf(token);
    }
}
