package org.jdfwire.store.diff;

import java.util.ArrayList;
import java.util.List;

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
            field.segments().forEach(segment -> text.append(marked(segment.op(), segment.text())));
            text.append('\n');
        }
        return text.toString();
    }

    /** Returns the lines of a field that differ, each marked by itself. */
    public static List<String> changedLines(TopicDiff.Field field) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean differs = false;
        for (Segment segment : field.segments()) {
            String rest = segment.text();
            for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                differs |= append(line, segment.op(), rest.substring(0, end));
                if (differs) {
                    lines.add(line.toString());
                }
                line.setLength(0);
                differs = false;
                rest = rest.substring(end + 1);
            }
            differs |= append(line, segment.op(), rest);
        }
        if (differs) {
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }

    /** Appends a piece of a line, and returns whether it is marked. */
    private static boolean append(StringBuilder line, Segment.Op op, String piece) {
        if (piece.isEmpty()) {
            return false;
        }
        line.append(marked(op, piece));
        return op != Segment.Op.EQUAL;
    }

    static String side(TopicDiff.Side side) {
        return side.cursor() + " " + side.type().text() + ", observed " + side.observedAt();
    }

    private static String marked(Segment.Op op, String text) {
        return switch (op) {
            case EQUAL -> text;
            case DELETE -> "[-" + text + "-]";
            case INSERT -> "{+" + text + "+}";
        };
    }
}
