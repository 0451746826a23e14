package org.jdfwire.store.http;

import java.time.Duration;
import java.util.List;
import org.jdfwire.store.access.AccessProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import reactor.core.publisher.Mono;

/**
 * What every request goes through: security headers, CORS, limits, then the token. The endpoints of the management port
 * do not.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);
    private static final Duration PREFLIGHT = Duration.ofHours(1);

    @Bean
    SecurityWebFilterChain securityChain(
            ServerHttpSecurity http,
            AccessProperties access,
            ServerProperties server,
            ReactiveOpaqueTokenIntrospector tokens) {
        boolean open = access.isReadingOpen(server.getAddress());
        log.info("Reading {}, writing needs a token", open ? "is open" : "needs a token");
        BearerChallenge challenge = new BearerChallenge();
        http.securityMatcher(new NegatedServerWebExchangeMatcher(EndpointRequest.toAnyEndpoint()))
                .headers(SecurityConfiguration::headers)
                .authorizeExchange(exchanges -> {
                    // who is told of what, and where, is for operators alone
                    exchanges
                            .pathMatchers("/v1/subscriptions", "/v1/subscriptions/**")
                            .authenticated();
                    if (open) {
                        exchanges.pathMatchers(HttpMethod.GET, "/**").permitAll();
                        exchanges.pathMatchers(HttpMethod.HEAD, "/**").permitAll();
                    }
                    exchanges.anyExchange().authenticated();
                })
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(challenge))
                .oauth2ResourceServer(bearer ->
                        bearer.authenticationEntryPoint(challenge).opaqueToken(opaque -> opaque.introspector(tokens)))
                // each request stands for itself: no session, no cookie, and so nothing that CSRF could use
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(CsrfSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable);
        allowOrigins(http, access.allowedOrigins());
        if (access.requestsAMinute() > 0) {
            http.addFilterAfter(
                    new RequestRate(access.requestsAMinute(), access.limitLoopback()), SecurityWebFiltersOrder.CORS);
        }
        return http.addFilterAfter(new RequestSize(access.largestBody()), SecurityWebFiltersOrder.CORS)
                .build();
    }

    /**
     * No observations of each filter: a stream is a request that does not end, and all of them, with their key values,
     * would be kept as long.
     */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** What the firewall refuses is a problem as any other. */
    @Bean
    ServerExchangeRejectedHandler refusedPaths() {
        return (exchange, refused) -> Mono.error(
                () -> Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "Path: " + exchange.getRequest().getURI().getRawPath()
                                + " (expected: one without //, ;, backslashes, controls and encoded slashes, dots or percent signs)"));
    }

    /** An answer of the API is data and never a page; one that is a page brings a policy of its own. */
    private static void headers(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginResourcePolicy(resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                // whether an answer may be kept is said by who gives it: feeds are asked for conditionally
                .cache(HeaderSpec.CacheSpec::disable)
                .xssProtection(HeaderSpec.XssProtectionSpec::disable);
    }

    private static void allowOrigins(ServerHttpSecurity http, List<String> origins) {
        if (origins.isEmpty()) {
            return;
        }
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        cors.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, HttpHeaders.IF_NONE_MATCH, "Last-Event-ID"));
        cors.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE));
        cors.setMaxAge(PREFLIGHT);
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", cors);
        http.cors(spec -> spec.configurationSource(everywhere));
    }
}
