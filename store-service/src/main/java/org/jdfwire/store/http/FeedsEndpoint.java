package org.jdfwire.store.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.access.AccessProperties;
import org.jdfwire.store.feed.AtomFeed;
import org.jdfwire.store.feed.FeedAddresses;
import org.jdfwire.store.feed.FeedEntry;
import org.jdfwire.store.feed.FeedRange;
import org.jdfwire.store.feed.JsonFeed;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.query.TopicFinder;
import org.jdfwire.store.query.TopicOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /feeds/topics.atom}, {@code /feeds/topics.json} and {@code /feeds/archive/{start}}: the latest topics, the
 * last changed first, and what changed before; each answers 304 to who has it already.
 */
@RestController
final class FeedsEndpoint {
    private static final Duration FOREVER = Duration.ofDays(365);
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** What a reader that does not know the forms' own names asks for. */
    private static final String ANY_XML = MediaType.APPLICATION_XML_VALUE;

    private static final String FEED_JSON = "application/feed+json";

    private final TopicFinder topics;
    private final TopicJournal journal;
    private final FeedArchives archives;
    private final AtomFeed atom;
    private final JsonFeed json;
    private final boolean readingOpen;

    FeedsEndpoint(
            TopicFinder topics,
            TopicJournal journal,
            FeedArchives archives,
            AtomFeed atomFeed,
            JsonFeed jsonFeed,
            AccessProperties access,
            ServerProperties server) {
        this.topics = topics;
        this.journal = journal;
        this.archives = archives;
        this.atom = atomFeed;
        this.json = jsonFeed;
        this.readingOpen = access.isReadingOpen(server.getAddress());
    }

    /** The Atom feed; without a {@code limit} it reaches back to its newest archive, however much that is. */
    @GetMapping(
            path = "/feeds/topics.atom",
            produces = {MediaType.APPLICATION_ATOM_XML_VALUE, ANY_XML})
    ResponseEntity<byte[]> atom(ServerHttpRequest request) {
        Parameters parameters = FilterParameters.with(request, "limit");
        TopicFilter filter = FilterParameters.read(parameters);
        // not the newest topic shown: when one is withdrawn the feed changes and no topic in it does
        Instant updated = journal.updatedAt();
        Position archived = archives.archived();
        TopicFinder.Found found = topics.find(filter, TopicOrder.NEWEST, null, parameters.limit());
        List<FeedEntry> entries = new ArrayList<>(entries(found));
        boolean whole = reaches(archived, found);
        while (!whole && parameters.one("limit") == null) {
            found = topics.find(filter, TopicOrder.NEWEST, found.next(), parameters.limit());
            entries.addAll(entries(found));
            whole = reaches(archived, found);
        }
        topics.withdrawnAfter(archived, filter).forEach(state -> entries.add(FeedEntry.of(state)));
        FeedRange previous = whole ? archives.before(archived, filter) : null;
        byte[] xml = atom.current(entries, request.getURI().getRawQuery(), updated, previous);
        return conditional(MediaType.APPLICATION_ATOM_XML, xml, CacheControl.noCache());
    }

    /** The same as a JSON Feed; its {@code next_url} leads to the topics that changed earlier. */
    @GetMapping(
            path = "/feeds/topics.json",
            produces = {FEED_JSON, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<byte[]> json(ServerHttpRequest request) {
        Parameters parameters = FilterParameters.with(request, "limit", PageMark.PAGE);
        TopicOrder order = TopicOrder.NEWEST;
        TopicFinder.Mark mark = PageMark.read(parameters, order.text(), parts -> order.mark(parts[1], parts[2]));
        TopicFinder.Found found = topics.find(FilterParameters.read(parameters), order, mark, parameters.limit());
        String rawQuery = request.getURI().getRawQuery();
        String next = next(FeedAddresses.choice(rawQuery), parameters.one("limit"), found.next());
        return conditional(
                MediaType.valueOf(FEED_JSON), json.write(entries(found), rawQuery, next), CacheControl.noCache());
    }

    /** An archive document of the Atom feed; complete and never changed, but that it may get a successor. */
    @GetMapping(
            path = "/feeds/archive/{start}",
            produces = {MediaType.APPLICATION_ATOM_XML_VALUE, ANY_XML})
    ResponseEntity<byte[]> archive(@PathVariable("start") String start, ServerHttpRequest request) {
        TopicFilter filter = FilterParameters.read(FilterParameters.with(request));
        FeedArchives.Archive archive = archives.read(start, filter);
        byte[] xml = atom.archive(
                archive.range(),
                archive.entries(),
                request.getURI().getRawQuery(),
                archive.updated(),
                archive.neighbors());
        boolean last = archive.neighbors().next() == null;
        CacheControl caching = CacheControl.maxAge(last ? A_WHILE : FOREVER);
        // a cache that many share must not hand out what needs a token
        caching = readingOpen ? caching.cachePublic() : caching.cachePrivate();
        return conditional(MediaType.APPLICATION_ATOM_XML, xml, last ? caching : caching.immutable());
    }

    private static List<FeedEntry> entries(TopicFinder.Found found) {
        return found.topics().stream().map(FeedEntry::of).toList();
    }

    /** Whether a list, the newest first, has everything after a place. */
    private static boolean reaches(Position place, TopicFinder.Found found) {
        int last = found.topics().size() - 1;
        return found.next() == null || !place.isBefore(found.topics().get(last).stateCursor());
    }

    private static @Nullable String next(
            @Nullable String choice, @Nullable String limit, TopicFinder.@Nullable Mark mark) {
        if (mark == null) {
            return null;
        }
        String page = PageMark.PAGE + '=' + PageMark.write(TopicOrder.NEWEST.text(), mark.value(), mark.topicId());
        return Stream.of(choice, limit == null ? null : "limit=" + limit, page)
                .filter(part -> part != null)
                .reduce((left, right) -> left + '&' + right)
                .orElse(null);
    }

    /**
     * An answer that the framework turns into a 304 where the client has it. It has no {@code Last-Modified}: two changes of
     * one second, or one that the journal has and the topics not yet, would be hidden from who asks by that alone. There is one
     * form, whichever of its names was asked for.
     */
    private static ResponseEntity<byte[]> conditional(MediaType form, byte[] body, CacheControl caching) {
        return ResponseEntity.ok()
                .contentType(form)
                .eTag('"' + Json.sha256(body) + '"')
                .cacheControl(caching)
                .body(body);
    }
}
