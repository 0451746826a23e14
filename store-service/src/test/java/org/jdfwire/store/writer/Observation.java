package org.jdfwire.store.writer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.store.Pages;
import org.jdfwire.store.rules.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * A version of a page as it was observed, and as it was read once.
 *
 * @param page which one, by its issue
 * @param version of the page
 * @param sight when it was observed, and which bytes
 * @param parser which version read it
 * @param items what it told, in its order
 * @param replayed whether it was stored, and read once more
 * @param superseded of an old capture what the fetcher knew to come after it, or null
 */
record Observation(
        int page,
        int version,
        Sight sight,
        int parser,
        List<Item> items,
        boolean replayed,
        @Nullable Superseded superseded) {
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    /** A look at a page: the hour, and which of its bytes it had then. */
    record Sight(int hour, int bytes) {}

    /** What came after a capture: the next look, and the bytes of the last one. */
    record Superseded(Sight next, int present) {}

    /** A topic: its name and its text. */
    record Item(String name, String text) {}

    /** The same version, read once more by another parser. */
    Observation readBy(int otherParser, List<Item> otherItems) {
        return new Observation(page, version, sight, otherParser, otherItems, true, superseded);
    }

    private PageRef ref() {
        Look next = superseded == null
                ? null
                : new Look(at(superseded.next().hour()), hash(superseded.next().bytes()));
        PageRef newest = Pages.page(page, version, at(sight.hour()), text(sight.bytes()));
        return new PageRef(
                newest.url(),
                newest.version(),
                newest.sha256(),
                newest.fetchedAt(),
                superseded == null ? null : hash(superseded.present()),
                next);
    }

    private ParserRef by() {
        return new ParserRef(Integer.toString(parser), "site");
    }

    List<String> names() {
        return items.stream().map(Item::name).toList();
    }

    /** The events that the parser makes of it: each topic, then the manifest. */
    List<JournalEvent> events(int offset) {
        PageRef page = ref();
        List<JournalEvent> events = new ArrayList<>();
        for (Item item : items) {
            events.add(new JournalEvent.TopicRead(
                    envelope(offset + events.size()),
                    Pages.topic(this.page, item.name(), page, by(), item.text().split("\n"))));
        }
        events.add(new JournalEvent.PageRead(
                envelope(offset + events.size()),
                Pages.manifest(this.page, page, by(), names().toArray(String[]::new))));
        return events;
    }

    private JournalEvent.Envelope envelope(int offset) {
        return new JournalEvent.Envelope(
                Cursor.of(0, offset, 0), "event-" + offset, FIRST.plusMillis(offset), at(sight.hour()), replayed);
    }

    /** The hour of a time that {@link #ref} told. */
    static int hourOf(Instant at) {
        return (int) Duration.between(FIRST, at).toHours();
    }

    private static Instant at(int hour) {
        return FIRST.plus(Duration.ofHours(hour));
    }

    private String text(int bytes) {
        return "page " + page + " bytes " + bytes;
    }

    private String hash(int bytes) {
        return Json.sha256(text(bytes).getBytes(StandardCharsets.UTF_8));
    }
}
