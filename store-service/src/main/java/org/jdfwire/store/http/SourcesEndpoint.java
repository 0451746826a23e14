package org.jdfwire.store.http;

import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.query.SourceFinder;
import org.jdfwire.store.query.SourceHealth;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/sources}: how each source fares, so that quiet can be told from broken. */
@RestController
final class SourcesEndpoint {
    private final SourceFinder sources;

    SourcesEndpoint(SourceFinder sources) {
        this.sources = sources;
    }

    /** Every source, by name; there are few. */
    record SourceList(List<SourceHealth> sources) {}

    @GetMapping(path = "/v1/sources", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] sources(ServerHttpRequest request) {
        Parameters.none(request);
        return Json.bytes(new SourceList(sources.all()));
    }
}
