package org.jdfwire.store.writer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.store.Pages;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was observed and read once.
 *
 * @param page which one, by its issue
 * @param version of its bytes
 * @param hour when it was observed
 * @param parser which version read it
 * @param items what it told, in its order
 * @param supersededBy the version that was seen again later, or null
 */
record Observation(
        int page,
        int version,
        int hour,
        int parser,
        List<Item> items,
        @Nullable Integer supersededBy) {
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    /** A topic: its name and its text. */
    record Item(String name, String text) {}

    PageRef ref() {
        PageRef ref =
                Pages.page(page, version, FIRST.plus(Duration.ofHours(hour)), "page " + page + " version " + version);
        return supersededBy == null
                ? ref
                : new PageRef(
                        ref.url(),
                        ref.version(),
                        ref.sha256(),
                        ref.fetchedAt(),
                        hashOf(supersededBy),
                        new Look(ref.fetchedAt().plus(Duration.ofHours(1)), hashOf(supersededBy)));
    }

    private String hashOf(int version) {
        return Json.sha256(("page " + page + " version " + version).getBytes(StandardCharsets.UTF_8));
    }

    ParserRef by() {
        return new ParserRef(Integer.toString(parser), "site");
    }

    List<String> names() {
        return items.stream().map(Item::name).toList();
    }

    @Nullable
    String textOf(String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .map(Item::text)
                .findFirst()
                .orElse(null);
    }
}
