package org.jdfwire.store.writer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jdfwire.store.writer.Observation.Item;
import org.jdfwire.store.writer.Observation.Sight;
import org.jdfwire.store.writer.Observation.Superseded;
import org.jspecify.annotations.Nullable;

/** What the pages had when, and what the fetcher and the parser made of it; turns a step into the next observation. */
final class PastOfPages {
    private static final int APART = 100;

    /**
     * What happens next to a page; what it needs of the past is looked up when it happens.
     *
     * @param which picks an hour, a version, a topic or bytes
     * @param items what new bytes tell, or a new parser reads
     */
    record Step(What what, int page, int which, List<Item> items) {}

    enum What {
        NEW_TEXT,
        EDIT,
        WITHDRAW,
        RENAME,
        REORDER,
        /** The bytes are still there, which only the fetcher knows. */
        SEEN_AGAIN,
        /** New bytes that the parser rejects. */
        UNREADABLE,
        /** The log's last events come once more. */
        REDELIVERED,
        /** Stored bytes are read by the next parser. */
        REPLAYED_NEWEST,
        REPLAYED_ANY,
        /** An archive has other bytes of an earlier hour. */
        CAPTURE,
        /**
         * An archive has bytes that are known from another hour, or the page has them again. Not where some could not be
         * read: the fetcher does not know which, and where such ones are the next look, what the store tells depends on the
         * order in which captures come (seed 1871401908727908187 found it).
         */
        KNOWN_BYTES
    }

    /** Returns random steps, at most so many; few pages, topics and texts, so that they meet. */
    static Arbitrary<List<Step>> histories(int most) {
        Arbitrary<List<Item>> items = Combinators.combine(
                        Arbitraries.of("germany", "france", "japan"),
                        Arbitraries.of("Tea.", "Tea and talks.", "Talks.\nMore."))
                .as(Item::new)
                .list()
                .uniqueElements(Item::name)
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.frequency(Tuple.of(4, 1), Tuple.of(1, 2)),
                        Arbitraries.integers().between(0, 20),
                        items)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(most);
    }

    private record Reading(int parser, List<Item> items) {}

    /** One page: each look at it by the hour, and how its bytes were read; unreadable ones are not in it. */
    private static final class Site {
        private final NavigableMap<Integer, Integer> looks = new TreeMap<>();
        private final Map<Integer, Reading> readings = new HashMap<>();
        private final List<Observation> read = new ArrayList<>();
        private int bytes;
        private int versions;

        /** The last version that was nobody's past when it came. */
        Observation newestRead() {
            return read.stream()
                    .filter(observation -> observation.superseded() == null)
                    .reduce((one, other) -> other)
                    .orElseThrow();
        }
    }

    private final Map<Integer, Site> sites = new HashMap<>();

    /** Returns what the store is told of, or null where the step makes no version, or one that cannot be read. */
    @Nullable
    Observation next(Step step) {
        Site site = sites.computeIfAbsent(step.page(), page -> new Site());
        if (site.looks.isEmpty()) {
            return look(step, site, 0, bytesOf(site, step.items()));
        }
        int latest = site.looks.lastKey();
        Reading newest = site.readings.get(site.looks.lastEntry().getValue());
        return switch (step.what()) {
            case NEW_TEXT -> look(step, site, latest + APART, bytesOf(site, step.items()));
            case EDIT, WITHDRAW, RENAME, REORDER -> {
                List<Item> items = newest == null ? step.items() : changed(step, newest.items());
                yield look(step, site, latest + APART, bytesOf(site, items));
            }
            case SEEN_AGAIN ->
                look(step, site, latest + APART, site.looks.lastEntry().getValue());
            case UNREADABLE -> look(step, site, free(site, latest + APART - step.which() * 10), site.bytes++);
            case REDELIVERED -> site.read.isEmpty() ? null : site.read.get(step.which() % site.read.size());
            case REPLAYED_NEWEST -> newest == null ? null : replayed(step, site, site.newestRead());
            case REPLAYED_ANY ->
                site.read.isEmpty() ? null : replayed(step, site, site.read.get(step.which() % site.read.size()));
            case CAPTURE -> look(step, site, free(site, latest - 1 - step.which() * 10), bytesOf(site, step.items()));
            case KNOWN_BYTES ->
                site.readings.size() < site.bytes
                        ? null
                        : look(step, site, free(site, latest + APART - step.which() * 20), step.which() % site.bytes);
        };
    }

    private static int bytesOf(Site site, List<Item> items) {
        site.readings.put(site.bytes, new Reading(1, items));
        return site.bytes++;
    }

    private static @Nullable Observation look(Step step, Site site, int hour, int bytes) {
        var before = site.looks.lowerEntry(hour);
        var after = site.looks.higherEntry(hour);
        site.looks.put(hour, bytes);
        if (before != null && before.getValue() == bytes) {
            return null;
        }
        site.versions++;
        Reading reading = site.readings.get(bytes);
        if (reading == null) {
            return null;
        }
        Superseded superseded = after == null
                ? null
                : new Superseded(
                        new Sight(after.getKey(), after.getValue()),
                        site.looks.lastEntry().getValue());
        Observation seen = new Observation(
                step.page(),
                site.versions,
                new Sight(hour, bytes),
                reading.parser(),
                reading.items(),
                false,
                superseded);
        site.read.add(seen);
        return seen;
    }

    private static Observation replayed(Step step, Site site, Observation stored) {
        int bytes = stored.sight().bytes();
        Observation again = stored.readBy(site.readings.get(bytes).parser() + 1, step.items());
        site.readings.put(bytes, new Reading(again.parser(), again.items()));
        return again;
    }

    /** An hour at which nothing else was seen: no page is two things at one time. */
    private static int free(Site site, int hour) {
        int free = hour;
        while (site.looks.containsKey(free)) {
            free--;
        }
        return free;
    }

    private static List<Item> changed(Step step, List<Item> before) {
        List<Item> items = new ArrayList<>(before);
        if (!items.isEmpty()) {
            int at = step.which() % items.size();
            switch (step.what()) {
                case EDIT -> items.set(at, new Item(items.get(at).name(), "Edited " + step.which() + "."));
                case RENAME ->
                    items.set(
                            at,
                            new Item("renamed-" + step.which(), items.get(at).text()));
                case WITHDRAW -> items.remove(at);
                default -> Collections.rotate(items, step.which());
            }
        }
        return List.copyOf(items.stream()
                .collect(Collectors.toMap(Item::name, item -> item, (one, other) -> one, LinkedHashMap::new))
                .values());
    }
}
