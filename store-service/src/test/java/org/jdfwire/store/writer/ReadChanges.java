package org.jdfwire.store.writer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;

/** Changes in the model's words, and what a reader makes of them. */
final class ReadChanges {
    private static final String ABSENT = "";

    private ReadChanges() {}

    static List<JournalModel.Told> told(List<Change> changes) {
        return changes.stream().map(ReadChanges::told).toList();
    }

    /** Returns the history of one topic that its changes add up to, as EVENTS.md tells readers to do it. */
    static List<JournalModel.Moment> history(List<Change> changes) {
        TreeMap<Integer, String> says = new TreeMap<>(Map.of(Integer.MIN_VALUE, ABSENT));
        for (Change change : changes) {
            int from = Observation.hourOf(change.observedAt());
            if (change.until() == null) {
                from = Math.max(from, says.lastKey());
                says.tailMap(from, true).clear();
            } else {
                int until = Observation.hourOf(change.until().at());
                says.putIfAbsent(until, says.floorEntry(until).getValue());
                says.subMap(from, true, until, false).clear();
            }
            says.put(from, change.isAbsence() ? ABSENT : text(change));
            removeRepetitions(says);
        }
        says.remove(Integer.MIN_VALUE);
        return says.entrySet().stream()
                .map(moment -> new JournalModel.Moment(
                        moment.getKey(), moment.getValue().equals(ABSENT) ? null : moment.getValue()))
                .toList();
    }

    private static JournalModel.Told told(Change change) {
        return new JournalModel.Told(
                change.type().text(),
                change.key(),
                change.type() == ChangeType.ISSUE_PUBLISHED ? "" : text(change),
                Boolean.TRUE.equals(change.absent()),
                change.until() == null
                        ? null
                        : Observation.hourOf(change.until().at()));
    }

    private static String text(Change change) {
        return String.join("\n", change.topic().paragraphs());
    }

    private static void removeRepetitions(TreeMap<Integer, String> says) {
        says.entrySet().removeIf(moment -> {
            var before = says.lowerEntry(moment.getKey());
            return before != null && before.getValue().equals(moment.getValue());
        });
    }
}
