package org.jdfwire.store.writer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the store must know, told page by page in maps: made from the words of DESIGN and EVENTS.md and not from the
 * store's code. It knows no cursors, no hashes, no events and no documents; a topic here stands on one page only.
 *
 * <p>Of each page it keeps every look that it was told of, with what each topic said then. The history of a topic is
 * always read off anew from all of them, so an old capture is news exactly where that history comes out otherwise.
 */
final class JournalModel {
    /**
     * What happened: to which topic, or to which issue.
     *
     * @param absent whether an old capture lacks the topic
     * @param until of an old capture the hour of the next look
     */
    record Told(
            String type,
            String name,
            String text,
            boolean absent,
            @Nullable Integer until) {}

    /** From when on a topic said something else; null where it was not there. */
    record Moment(int hour, @Nullable String text) {}

    /** A look at a page: the version it had, and what its topics said. */
    private record Look(int version, Map<String, String> texts) {}

    /** What is known of one page. */
    private static final class Page {
        private final NavigableMap<Integer, Look> looks = new TreeMap<>();
        private final Set<Integer> bytesRead = new HashSet<>();
        private final TreeSet<String> topics = new TreeSet<>();
        private @Nullable Observation newest;
    }

    /** What was told of one topic. */
    private static final class Known {
        private final List<Told> history = new ArrayList<>();
        private String text = "";
        private boolean present;
        private @Nullable Observation source;
    }

    private final Map<Integer, Page> pages = new HashMap<>();
    private final Map<String, Known> topics = new HashMap<>();
    /** The present topics, the one that changed last at the end. */
    private final LinkedHashMap<String, String> present = new LinkedHashMap<>();

    /** Takes an observation and returns what it changes, in order. */
    List<Told> observe(Observation seen) {
        List<Told> told = new ArrayList<>();
        Page page = pages.get(seen.page());
        if (page == null) {
            page = new Page();
            pages.put(seen.page(), page);
            told.add(new Told("issue.published", "jdf-" + seen.page(), "", false, null));
        }
        lookFrom(page, seen);
        if (page.looks.lastEntry().getValue().version() == seen.version()) {
            told.addAll(present(page, seen));
        } else if (!seen.replayed()) {
            told.addAll(past(page, seen));
        }
        return told;
    }

    /** The present texts by topic, the one that changed last at the end. */
    LinkedHashMap<String, String> present() {
        return new LinkedHashMap<>(present);
    }

    /** What was told of a topic. */
    List<Told> told(String topic) {
        return List.copyOf(topics.get(topic).history);
    }

    /** What a topic said when, as it comes out of all looks at its page; before the first moment it was not there. */
    List<Moment> history(String topic) {
        return pages.values().stream()
                .filter(page -> page.topics.contains(topic))
                .findFirst()
                .map(page -> history(page, topic))
                .orElse(List.of());
    }

    private static List<Moment> history(Page page, String topic) {
        List<Moment> moments = new ArrayList<>();
        String last = null;
        for (var look : page.looks.entrySet()) {
            String text = look.getValue().texts().get(topic);
            if (!Objects.equals(text, last)) {
                moments.add(new Moment(look.getKey(), text));
                last = text;
            }
        }
        return moments;
    }

    /** Enters the look, and the next one that it names: there the page is again as it was just before. */
    private static void lookFrom(Page page, Observation seen) {
        int hour = seen.sight().hour();
        var before = page.looks.lowerEntry(hour);
        Observation.Superseded superseded = seen.superseded();
        if (before != null && superseded != null) {
            boolean wasRead = page.bytesRead.contains(superseded.next().bytes());
            // bytes that nobody could read tell no more than when the page was seen again
            boolean nothingElseIsKnown = page.looks.higherKey(hour) == null
                    && page.newest != null
                    && page.newest.sight().bytes() == superseded.present();
            if (wasRead || nothingElseIsKnown) {
                page.looks.putIfAbsent(
                        superseded.next().hour(),
                        new Look(
                                before.getValue().version(),
                                new HashMap<>(before.getValue().texts())));
            }
        }
        Look asBefore = new Look(
                seen.version(),
                before == null
                        ? new HashMap<>()
                        : new HashMap<>(before.getValue().texts()));
        page.looks.putIfAbsent(hour, asBefore);
        page.bytesRead.add(seen.sight().bytes());
    }

    private List<Told> present(Page page, Observation seen) {
        List<Told> told = new ArrayList<>();
        for (Observation.Item item : seen.items()) {
            String name = key(seen.page(), item.name());
            Known topic = topic(page, name);
            String type = change(topic, item, seen, page.newest);
            if (type != null) {
                told.add(tell(topic, new Told(type, name, item.text(), false, null), seen));
            }
            sayNow(page, name, item.text(), seen);
        }
        if (page.newest != null) {
            for (String gone : page.newest.names()) {
                String name = key(seen.page(), gone);
                Known topic = topics.get(name);
                if (!seen.names().contains(gone) && topic.present) {
                    told.add(tell(topic, new Told("topic.withdrawn", name, topic.text, false, null), seen));
                    sayNow(page, name, null, seen);
                }
            }
        }
        page.newest = seen;
        return told;
    }

    /** What is said now holds from its look on, or from the last time that the history tells of, if that is later. */
    private static void sayNow(Page page, String topic, @Nullable String text, Observation seen) {
        List<Moment> moments = history(page, topic);
        int last = moments.isEmpty()
                ? seen.sight().hour()
                : moments.get(moments.size() - 1).hour();
        page.looks.tailMap(Math.max(last, seen.sight().hour()), true).values().forEach(look -> say(look, topic, text));
    }

    private List<Told> past(Page page, Observation seen) {
        Map<String, String> texts = new LinkedHashMap<>();
        seen.items().forEach(item -> texts.put(key(seen.page(), item.name()), item.text()));
        page.topics.forEach(name -> texts.putIfAbsent(name, null));
        List<Told> told = new ArrayList<>();
        texts.forEach((name, text) -> {
            List<Moment> before = history(page, name);
            say(page.looks.get(seen.sight().hour()), name, text);
            if (!history(page, name).equals(before)) {
                Known topic = topic(page, name);
                Integer until = page.looks.higherKey(seen.sight().hour());
                String shown = text == null ? topic.text : text;
                told.add(tell(topic, new Told("topic.backfilled", name, shown, text == null, until), seen));
            }
        });
        return told;
    }

    private static void say(Look look, String topic, @Nullable String text) {
        look.texts().put(topic, text);
    }

    private Known topic(Page page, String name) {
        page.topics.add(name);
        return topics.computeIfAbsent(name, unknown -> new Known());
    }

    private static @Nullable String change(
            Known topic, Observation.Item item, Observation seen, @Nullable Observation before) {
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

    private static boolean isReadingOf(Observation seen, @Nullable Observation other) {
        return other != null && other.sight().bytes() == seen.sight().bytes() && other.parser() != seen.parser();
    }

    private Told tell(Known topic, Told what, Observation seen) {
        boolean isFirst = topic.history.isEmpty();
        topic.history.add(what);
        boolean ofThePast = what.type().equals("topic.backfilled");
        if (isFirst || !ofThePast) {
            topic.text = what.text();
        }
        if (!ofThePast) {
            topic.present = !what.type().equals("topic.withdrawn");
            topic.source = topic.present ? seen : topic.source;
            present.remove(what.name());
            if (topic.present) {
                present.put(what.name(), what.text());
            }
        }
        return what;
    }

    private static String key(int page, String name) {
        return "jdf-" + page + "-topics-" + name;
    }
}
