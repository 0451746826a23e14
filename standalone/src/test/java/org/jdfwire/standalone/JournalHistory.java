package org.jdfwire.standalone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.page.Look;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the journal makes of it, as {@code docs/EVENTS.md} tells readers to: each change, in the order of the
 * cursors, says what a topic was from its {@code observedAt} on, or from the last moment known by then; a backfilled one
 * only until its {@code until}.
 */
final class JournalHistory {
    private JournalHistory() {}

    /**
     * From when on a topic said something else than before, or was there or not.
     *
     * @param contentHash what it said; null where it was not there
     * @param sha256 of the page's bytes at that time
     */
    record Moment(Instant at, @Nullable String contentHash, String sha256) {}

    /** Returns the history of each topic, oldest moment first. */
    static Map<String, List<Moment>> of(List<Change> changes) {
        Map<String, TreeMap<Instant, Moment>> lines = new TreeMap<>();
        for (Change change : changes) {
            if (change.topic() != null) {
                add(change, lines.computeIfAbsent(change.topicId(), id -> new TreeMap<>()));
            }
        }
        Map<String, List<Moment>> histories = new TreeMap<>();
        lines.forEach((topicId, line) -> histories.put(topicId, whereItDiffers(line)));
        return histories;
    }

    private static void add(Change change, TreeMap<Instant, Moment> line) {
        Instant at = change.observedAt();
        Look until = change.until();
        if (until == null) {
            List<Moment> known = whereItDiffers(line);
            Instant last = known.isEmpty() ? at : known.get(known.size() - 1).at();
            at = at.isAfter(last) ? at : last;
            line.tailMap(at, true).clear();
        } else {
            Map.Entry<Instant, Moment> then = line.floorEntry(until.at());
            String resumed = then == null ? null : then.getValue().contentHash();
            line.putIfAbsent(until.at(), new Moment(until.at(), resumed, until.sha256()));
            line.subMap(at, true, until.at(), false).clear();
        }
        String says = change.isAbsence() ? null : change.topic().contentHash();
        line.put(at, new Moment(at, says, change.page().sha256()));
    }

    private static List<Moment> whereItDiffers(TreeMap<Instant, Moment> line) {
        List<Moment> moments = new ArrayList<>();
        String last = null;
        for (Moment moment : line.values()) {
            if (!Objects.equals(moment.contentHash(), last)) {
                moments.add(moment);
                last = moment.contentHash();
            }
        }
        return moments;
    }
}
