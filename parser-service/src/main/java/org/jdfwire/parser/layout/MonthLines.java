package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * Tells the month of the issue from the months of a time line: a line that is a month and nothing else is the issue's
 * beside a line that names the magazine or its number; elsewhere only above the first heading of news, and only where no
 * line there is another month. A term of a list with its value beside it never is.
 */
final class MonthLines {
    private static final int MOST_MONTH = 30;
    private static final Pattern MONTH =
            Pattern.compile("\\W*+" + HeaderLines.MONTH_YEAR + "\\W*+", Pattern.CASE_INSENSITIVE);

    private final List<Line> lines;

    private MonthLines(List<Line> lines) {
        this.lines = lines;
    }

    /** Returns the lines, those of them no longer header lines that are months of something else. */
    static List<Line> judged(List<Line> lines) {
        boolean any = lines.stream().anyMatch(MonthLines::isMonth);
        return any ? new MonthLines(lines).judged() : lines;
    }

    private List<Line> judged() {
        int aboveNews = aboveNews();
        List<Line> judged = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean other = isMonth(line) && (isTerm(i) || !(i < aboveNews || isBesideName(i)));
            judged.add(other ? new Line(line.block(), line.words(), false, line.section()) : line);
        }
        return judged;
    }

    private static boolean isMonth(Line line) {
        return line.header()
                && line.words().length() <= MOST_MONTH
                && MONTH.matcher(line.words()).matches();
    }

    /** Returns how many lines at the page's top may state its month: none where they state several. */
    private int aboveNews() {
        int end = 0;
        Set<String> months = new HashSet<>();
        while (end < lines.size() && !lines.get(end).isHeadingOfNews()) {
            Line line = lines.get(end);
            if (isMonth(line) && !isLinked(line.block())) {
                months.add(String.valueOf(HeaderLines.month(line.words())));
            }
            end++;
        }
        return months.size() > 1 ? 0 : end;
    }

    private static boolean isLinked(Block block) {
        return block instanceof Block.Text text && text.linkShare() > 0;
    }

    private boolean isTerm(int at) {
        return lines.get(at).block().place().element().nameIs("dt")
                && at + 1 < lines.size()
                && lines.get(at + 1).block().place().element().nameIs("dd")
                && !lines.get(at + 1).header();
    }

    /** Whether header lines, sections and pictures alone are between a line and one that names the magazine or its number. */
    private boolean isBesideName(int at) {
        return meetsName(at, -1) || meetsName(at, 1);
    }

    private boolean meetsName(int at, int step) {
        @Nullable Line next;
        int i = at;
        do {
            i += step;
            next = i >= 0 && i < lines.size() ? lines.get(i) : null;
        } while (next != null && !next.header() && (next.section() != null || next.block() instanceof Block.Image));
        return next != null && next.header() && !isMonth(next);
    }
}
