package org.jdfwire.store.http;

import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.projection.Rejects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/rejects}: the pages that could not be read and why, the newest first. */
@RestController
final class RejectsEndpoint {
    private static final String LIST = "rejects";

    private final Rejects rejects;

    RejectsEndpoint(Rejects rejects) {
        this.rejects = rejects;
    }

    /** A page of rejects; without next it is the last. */
    record RejectList(
            List<Rejects.Reject> rejects, @Nullable String next) {}

    @GetMapping(path = "/v1/rejects", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] rejects(ServerHttpRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("limit", PageMark.PAGE));
        int limit = parameters.limit();
        Rejects.Mark after = PageMark.read(parameters, LIST, parts -> new Rejects.Mark(Since.time(parts[1]), parts[2]));
        // one more than asked for tells whether a next page exists
        List<Rejects.Marked> found = rejects.newest(after, limit + 1);
        boolean more = found.size() > limit;
        List<Rejects.Marked> shown = more ? found.subList(0, limit) : found;
        return Json.bytes(new RejectList(
                shown.stream().map(Rejects.Marked::reject).toList(),
                more ? mark(shown.get(limit - 1).mark()) : null));
    }

    private static String mark(Rejects.Mark mark) {
        return PageMark.write(LIST, mark.at().toString(), mark.id());
    }
}
