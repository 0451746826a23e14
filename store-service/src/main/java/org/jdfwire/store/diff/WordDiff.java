package org.jdfwire.store.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words that two texts do not share, found line by line first and then within the lines that differ (Myers).
 *
 * <p>Of a text, the segments that are not inserted are the one before, those that are not deleted the one after.
 */
final class WordDiff {
    /** The work grows with the square of what differs; beyond this many pieces they count as replaced as a whole. */
    private static final int MOST = 2000;

    private final List<Segment> segments = new ArrayList<>();
    private final Locale language;

    private WordDiff(Locale language) {
        this.language = language;
    }

    /** Returns the segments, neighbors with different ops; words are cut as the language has it. */
    static List<Segment> between(String before, String after, Locale language) {
        WordDiff diff = new WordDiff(language);
        if (before.equals(after)) {
            diff.add(Segment.Op.EQUAL, after);
        } else {
            diff.lines(lines(before), lines(after));
        }
        return diff.segments;
    }

    private void lines(List<String> before, List<String> after) {
        if (before.size() > MOST || after.size() > MOST) {
            replace(before, after);
            return;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            if (delta.getType() == DeltaType.CHANGE) {
                words(
                        words(delta.getSource().getLines()),
                        words(delta.getTarget().getLines()));
            } else {
                take(delta);
            }
        }
    }

    private void words(List<String> before, List<String> after) {
        if (before.size() > MOST || after.size() > MOST) {
            replace(before, after);
            return;
        }
        DiffUtils.diff(before, after, true).getDeltas().forEach(this::take);
    }

    private void take(AbstractDelta<String> delta) {
        if (delta.getType() == DeltaType.EQUAL) {
            add(Segment.Op.EQUAL, String.join("", delta.getSource().getLines()));
        } else {
            replace(delta.getSource().getLines(), delta.getTarget().getLines());
        }
    }

    private void replace(List<String> before, List<String> after) {
        add(Segment.Op.DELETE, String.join("", before));
        add(Segment.Op.INSERT, String.join("", after));
    }

    private void add(Segment.Op op, String text) {
        if (text.isEmpty()) {
            return;
        }
        int last = segments.size() - 1;
        if (last >= 0 && segments.get(last).op() == op) {
            segments.set(last, new Segment(op, segments.get(last).text() + text));
        } else {
            segments.add(new Segment(op, text));
        }
    }

    /** Cuts a text into lines and the line feeds between them, so that the last line is like any other. */
    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)|(?=\n)"));
    }

    /** Cuts lines into words, the white space and the marks between them; joined they are the lines again. */
    private List<String> words(List<String> lines) {
        String text = String.join("", lines);
        BreakIterator breaks = BreakIterator.getWordInstance(language);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }
}
