package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;

/**
 * Finds the pictures at the top of a page that belong to none of its news: those above the first heading, and above all
 * other words that may be news, that are no closer to that heading than to the line that states the issue, and do not repeat its words.
 *
 * <p>Between that line and the only heading of its level a picture is the news' own, or where all headings have one right
 * above them; so is one with a caption, and one in the same run of words as the heading.
 */
final class TopPictures {
    private static final int MOST_LINES = 60;
    private static final double MOST_LINKED = 0.5;

    private final List<Line> lines;
    private final List<Block> above = new ArrayList<>();
    private final List<Block> below = new ArrayList<>();
    private final List<Block> issueLines = new ArrayList<>();

    private TopPictures(List<Line> lines) {
        this.lines = lines;
    }

    static Set<Block> of(List<Line> lines) {
        return new TopPictures(lines).find();
    }

    private Set<Block> find() {
        Set<Block> found = Collections.newSetFromMap(new IdentityHashMap<>());
        int heading = readTop();
        if (heading < 0 || issueLines.isEmpty() || (above.isEmpty() && below.isEmpty())) {
            return found;
        }
        Block.Heading first = (Block.Heading) lines.get(heading).block();
        above.stream().filter(picture -> isOfHeader(picture, first)).forEach(found::add);
        if (!below.isEmpty() && hasAnother(heading, first.level()) && !haveAllOne(heading, first.level())) {
            below.stream().filter(picture -> isOfHeader(picture, first)).forEach(found::add);
        }
        return found;
    }

    /** Notes the pictures above and below the last line that states the issue; returns where the first heading is, or -1. */
    private int readTop() {
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            Line line = lines.get(i);
            Block block = line.block();
            if (line.isHeadingOfNews()) {
                return i;
            } else if (block instanceof Block.Image image && image.caption() == null) {
                below.add(image);
            } else if (statesTheIssue(line)) {
                issueLines.add(block);
                above.addAll(below);
                below.clear();
            } else if (block instanceof Block.Flag || (block instanceof Block.Text text && mayBeNews(line, text))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean statesTheIssue(Line line) {
        return (line.header() || PageLines.isCrumb(line.words()))
                && (HeaderLines.namesTheMagazine(line.words()) || HeaderLines.issueNumber(line.words()) != null);
    }

    private static boolean mayBeNews(Line line, Block.Text text) {
        boolean ofPage = line.header()
                || line.section() != null
                || text.linkShare() > MOST_LINKED
                || PageLines.isSite(line.words())
                || PageLines.isCrumb(line.words())
                || PageLines.isFurniture(line.words());
        return Words.hasLetters(line.words()) && !ofPage;
    }

    private boolean hasAnother(int first, int level) {
        for (Line line : lines.subList(first + 1, lines.size())) {
            if (line.isHeadingOfNews() && ((Block.Heading) line.block()).level() <= level) {
                return true;
            }
        }
        return false;
    }

    /** Whether the other headings as high have a picture right above them as well. */
    private boolean haveAllOne(int first, int level) {
        for (int i = first + 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.isHeadingOfNews()
                    && ((Block.Heading) line.block()).level() <= level
                    && !(lines.get(i - 1).block() instanceof Block.Image)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOfHeader(Block picture, Block heading) {
        if (Words.same(picture.words(), heading.words()) || isInRunOf(heading, picture)) {
            return false;
        }
        int toHeading = picture.place().sharedDepth(heading.place());
        return issueLines.stream().anyMatch(line -> line.place().sharedDepth(picture.place()) >= toHeading);
    }

    /** Whether the element that a heading is the words of holds a picture too: whichever is first, they are one run. */
    private static boolean isInRunOf(Block heading, Block picture) {
        Element run = heading.place().element();
        Element around = picture.place().element().parent();
        while (around != null && around != run && !around.isBlock()) {
            around = around.parent();
        }
        return around == run;
    }
}
