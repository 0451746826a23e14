package org.jdfwire.store.http;

import java.time.Instant;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.feed.AtomFeed;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.query.TopicFinder;
import org.jdfwire.store.query.TopicOrder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /feeds/topics.atom}: the latest topics, the last changed first; answers 304 to who has them already. */
@RestController
final class AtomEndpoint {
    private final TopicFinder topics;
    private final TopicJournal journal;
    private final AtomFeed feed;

    AtomEndpoint(TopicFinder topics, TopicJournal journal, AtomFeed feed) {
        this.topics = topics;
        this.journal = journal;
        this.feed = feed;
    }

    @GetMapping(path = "/feeds/topics.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    ResponseEntity<byte[]> topics(ServerHttpRequest request) {
        Parameters parameters = FilterParameters.with(request, "limit");
        // not the newest topic shown: when one is withdrawn the feed changes and no topic in it does
        Instant updated = journal.updatedAt();
        TopicFinder.Found found =
                topics.find(FilterParameters.read(parameters), TopicOrder.NEWEST, null, parameters.limit());
        byte[] xml = feed.write(found.topics(), request.getURI().getRawQuery(), updated);
        return ResponseEntity.ok()
                .eTag('"' + Json.sha256(xml) + '"')
                .lastModified(updated)
                .body(xml);
    }
}
