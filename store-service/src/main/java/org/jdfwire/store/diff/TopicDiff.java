package org.jdfwire.store.diff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the content of two changes of a topic.
 *
 * @param topicId which topic
 * @param language BCP 47 tag of the later text
 * @param from the earlier of the two, or null where everything is new
 * @param to the later of the two
 * @param fields those that differ, in reading order
 */
public record TopicDiff(
        String topicId, String language, @Nullable Side from, Side to, List<Field> fields) {

    /** A change that is compared: its place, what it was, and when its page was observed. */
    public record Side(Cursor cursor, ChangeType type, Instant observedAt) {
        static Side of(Change change) {
            return new Side(change.cursor(), change.type(), change.observedAt());
        }
    }

    /** A field and its text, cut where it differs. */
    public record Field(String name, List<Segment> segments) {}

    /** Compares two changes of one topic; the earlier may be null. A withdrawal has the content that it took away. */
    public static TopicDiff between(@Nullable Change from, Change to) {
        Topic topic = to.topic();
        if (topic == null) {
            return Checks.refuse("to", to.type().text(), "a topic's change");
        }
        return new TopicDiff(
                topic.topicId(),
                topic.language(),
                from == null ? null : Side.of(from),
                Side.of(to),
                fields(from == null ? null : from.topic(), topic));
    }

    /** Returns the fields that differ between two states of a topic; words are cut as the later one's language has it. */
    public static List<Field> fields(@Nullable Topic before, Topic after) {
        Locale language = Locale.forLanguageTag(after.language());
        Map<String, String> textsBefore = TopicText.of(before);
        List<Field> fields = new ArrayList<>();
        TopicText.of(after).forEach((name, text) -> {
            List<Segment> segments = WordDiff.between(textsBefore.getOrDefault(name, ""), text, language);
            if (segments.stream().anyMatch(segment -> segment.op() != Segment.Op.EQUAL)) {
                fields.add(new Field(name, segments));
            }
        });
        return List.copyOf(fields);
    }
}
