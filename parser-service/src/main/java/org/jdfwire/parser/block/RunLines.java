package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;

/** The lines that breaks part a run into: where the words of each begin and how large they are. */
final class RunLines {

    /**
     * A line.
     *
     * @param from where its words begin
     * @param size of its letters, {@link FontSizes#UNKNOWN} where they have several
     */
    private record Line(int from, int size) {}

    private final List<Line> lines = new ArrayList<>();
    private boolean ended = true;

    /** Notes the end of a line. */
    void end() {
        ended = true;
    }

    /** Notes words that begin there. */
    void add(int from, int size) {
        int last = lines.size() - 1;
        if (ended) {
            lines.add(new Line(from, size));
        } else if (lines.get(last).size != size) {
            lines.set(last, new Line(lines.get(last).from, FontSizes.UNKNOWN));
        }
        ended = false;
    }

    /** Whether the words that begin there are the first of a line after another. */
    boolean startsLine(int at) {
        for (int i = 1; i < lines.size() && lines.get(i).from <= at; i++) {
            if (lines.get(i).from == at) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the first line begins that is set smaller than those above it, which have one size; 0 for none. */
    int smallerFrom() {
        for (int i = 1; i < lines.size(); i++) {
            int size = lines.get(i).size;
            if (size != lines.get(0).size) {
                return size != FontSizes.UNKNOWN && size < lines.get(0).size ? lines.get(i).from : 0;
            }
        }
        return 0;
    }

    /** Returns the size of the lines that begin before there, unknown where they have several. */
    int sizeBefore(int end) {
        int size = lines.isEmpty() ? FontSizes.UNKNOWN : lines.get(0).size;
        for (Line line : lines) {
            if (line.from < end && line.size != size) {
                return FontSizes.UNKNOWN;
            }
        }
        return size;
    }
}
