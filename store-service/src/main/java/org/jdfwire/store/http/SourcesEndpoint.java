package org.jdfwire.store.http;

import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.canary.CanaryWatch;
import org.jdfwire.store.query.SourceFinder;
import org.jdfwire.store.query.SourceHealth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/sources}: how each source fares, so that quiet can be told from broken. */
@RestController
final class SourcesEndpoint {
    private final SourceFinder sources;
    private final CanaryWatch canaries;

    SourcesEndpoint(SourceFinder sources, CanaryWatch canaries) {
        this.sources = sources;
        this.canaries = canaries;
    }

    /**
     * Every source, by name; there are few.
     *
     * @param canary the last canary that came through, null where this instance heard of none since it started
     */
    record SourceList(List<SourceHealth> sources, CanaryWatch.@Nullable Arrival canary) {}

    @GetMapping(path = "/v1/sources", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] sources(ServerHttpRequest request) {
        Parameters.none(request);
        return Json.bytes(new SourceList(sources.all(), canaries.last()));
    }
}
