package org.jdfwire.store.writer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the store must know, told page by page in maps: made from DESIGN's words and not from the store's code. It knows
 * no cursors, no hashes, no events and no documents; a topic here stands on one page only.
 */
final class JournalModel {
    /** What happened: to which topic, or to which issue. */
    record Told(String type, String name, String text) {}

    /** What is known of one topic. */
    private static final class Known {
        private final List<Told> history = new ArrayList<>();
        private final Set<String> contents = new HashSet<>();
        private String text = "";
        private boolean present;
        private Observation source;
    }

    private final Set<Integer> issues = new HashSet<>();
    private final Map<String, Known> topics = new HashMap<>();
    private final Map<Integer, Observation> newest = new HashMap<>();
    /** The present topics, the one that changed last at the end. */
    private final LinkedHashMap<String, String> present = new LinkedHashMap<>();

    /** Takes an observation and returns what it changes, in order. */
    List<Told> observe(Observation seen) {
        List<Told> told = new ArrayList<>();
        Observation before = newest.get(seen.page());
        if (issues.add(seen.page())) {
            told.add(new Told("issue.published", "jdf-" + seen.page(), ""));
        }
        boolean old = before != null
                && (before.hour() > seen.hour()
                        || (seen.supersededBy() != null && seen.supersededBy() == before.version()));
        for (Observation.Item item : seen.items()) {
            Known topic = topics.computeIfAbsent(key(seen.page(), item.name()), name -> new Known());
            String type = old ? backfill(topic, item) : change(topic, item, seen, before);
            if (type != null) {
                tell(told, topic, new Told(type, key(seen.page(), item.name()), item.text()), seen);
            }
        }
        if (!old) {
            if (before != null) {
                before.names().stream()
                        .filter(name -> !seen.names().contains(name))
                        .map(name -> key(seen.page(), name))
                        .filter(name -> topics.get(name).present)
                        .forEach(name -> tell(
                                told,
                                topics.get(name),
                                new Told("topic.withdrawn", name, topics.get(name).text),
                                seen));
            }
            newest.put(seen.page(), seen);
        }
        return told;
    }

    /** The present texts by topic, the one that changed last at the end. */
    LinkedHashMap<String, String> present() {
        return new LinkedHashMap<>(present);
    }

    /** Each topic that was ever told, with its history. */
    Map<String, List<Told>> histories() {
        Map<String, List<Told>> histories = new HashMap<>();
        topics.forEach((name, topic) -> {
            if (!topic.history.isEmpty()) {
                histories.put(name, List.copyOf(topic.history));
            }
        });
        return histories;
    }

    private static String backfill(Known topic, Observation.Item item) {
        return topic.contents.contains(item.text()) ? null : "topic.backfilled";
    }

    private static String change(Known topic, Observation.Item item, Observation seen, Observation before) {
        if (topic.history.isEmpty()) {
            return "topic.created";
        }
        if (!topic.present) {
            return "topic.restored";
        }
        if (topic.text.equals(item.text())) {
            return null;
        }
        boolean sameBytesOtherParser = isReadingOf(seen, before) || isReadingOf(seen, topic.source);
        return sameBytesOtherParser ? "topic.reparsed" : "topic.revised";
    }

    private static boolean isReadingOf(Observation seen, Observation other) {
        return other != null && other.version() == seen.version() && other.parser() != seen.parser();
    }

    private void tell(List<Told> told, Known topic, Told what, Observation seen) {
        told.add(what);
        topic.history.add(what);
        topic.contents.add(what.text());
        if (what.type().equals("topic.backfilled")) {
            return;
        }
        topic.text = what.text();
        topic.present = !what.type().equals("topic.withdrawn");
        present.remove(what.name());
        if (topic.present) {
            topic.source = seen;
            present.put(what.name(), what.text());
        }
    }

    private static String key(int page, String name) {
        return "jdf-" + page + "-topics-" + name;
    }
}
