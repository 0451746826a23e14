package org.jdfwire.store.diff;

/** A diff as plain text: {@code [-deleted-]} and {@code {+inserted+}}, as GNU wdiff writes them. */
public final class PlainDiff {
    private PlainDiff() {}

    /** Writes a diff; text that has such marks itself is not told apart, which the JSON form does. */
    public static String write(TopicDiff diff) {
        StringBuilder text = new StringBuilder(diff.topicId()).append('\n');
        TopicDiff.Side from = diff.from();
        text.append("from: ").append(from == null ? "nothing" : side(from)).append('\n');
        text.append("to:   ").append(side(diff.to())).append('\n');
        for (TopicDiff.Field field : diff.fields()) {
            text.append('\n').append(field.name()).append('\n');
            field.segments().forEach(segment -> text.append(marked(segment)));
            text.append('\n');
        }
        return text.toString();
    }

    static String side(TopicDiff.Side side) {
        return side.cursor() + " " + side.type().text() + ", observed " + side.observedAt();
    }

    private static String marked(Segment segment) {
        return switch (segment.op()) {
            case EQUAL -> segment.text();
            case DELETE -> "[-" + segment.text() + "-]";
            case INSERT -> "{+" + segment.text() + "+}";
        };
    }
}
