package org.jdfwire.store.http;

import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.store.poll.PollNotTakenException;
import org.jdfwire.store.poll.PollRequests;
import org.jdfwire.store.query.SourceFinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /v1/sources/{name}/poll}: a signed-in operator wishes a source polled at once. 202, for it is the fetcher's
 * to do and as politely as ever; {@code nextPollAt} at {@code /v1/sources} shows when.
 */
@RestController
final class PollEndpoint {
    private static final Logger log = LoggerFactory.getLogger(PollEndpoint.class);

    private final SourceFinder sources;
    private final PollRequests requests;

    PollEndpoint(SourceFinder sources, PollRequests requests) {
        this.sources = sources;
        this.requests = requests;
    }

    @PostMapping(path = "/v1/sources/{name}/poll", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> poll(@PathVariable("name") String name, ServerHttpRequest request, Principal operator)
            throws InterruptedException {
        Parameters.none(request);
        if (!sources.knows(name)) {
            throw Problem.unknown("source", name);
        }
        PollRequested wish = new PollRequested(name, Instant.now().truncatedTo(ChronoUnit.MILLIS), operator.getName());
        try {
            requests.publish(wish);
        } catch (PollNotTakenException e) {
            log.error("The wish of {} to have {} at once is not passed on", wish.by(), name, e);
            throw Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    e.getMessage() + "; look at nextPollAt of " + name
                            + " at /v1/sources, and ask again where it has not changed");
        }
        log.info("{} asks for {} at once", wish.by(), name);
        return ResponseEntity.accepted().cacheControl(CacheControl.noStore()).body(Json.bytes(wish));
    }
}
