package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.field.DateReader;
import org.jdfwire.parser.text.Words;

/**
 * Gives photos the line right below them, in a block of its own: short, no sentence, no closer to what follows than to
 * the photo, and not all that its heading has.
 *
 * <p>It is set apart as no sentences of the page are; or, where it cannot be a heading, it says what the alternative text
 * says, but for a number at its end; or two or more photos have such a line and no photo has none. A line that says what
 * the alternative text says may be a sentence too, unless it opens with a day, where other sentences stand under the same
 * heading.
 */
final class CaptionLines {
    private static final int MOST_CAPTION = 200;
    private static final int LEAST_PHOTOS = 2;
    /** The number of one of several photos of the same. */
    private static final Pattern COUNT = Pattern.compile("\\W[1-9]\\W?$");

    private final List<Block> blocks;
    /** Of each block whether it may be a caption by its place and its words. */
    private final boolean[] lines;

    private CaptionLines(List<Block> blocks) {
        this.blocks = blocks;
        this.lines = new boolean[blocks.size()];
    }

    static List<Block> join(List<Block> blocks) {
        return new CaptionLines(CountedCaptions.join(blocks)).join();
    }

    private List<Block> join() {
        if (!findLines()) {
            return blocks;
        }
        Set<TextMark> ofSentences = marksOfSentences();
        boolean all = isUnderAllPhotos();
        List<Block> joined = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            if (lines[i] && (all || (repeatsAlt(i) && cannotBeHeading(i)) || isSetApart(i, ofSentences))) {
                Block.Image photo = (Block.Image) blocks.get(i - 1);
                joined.set(joined.size() - 1, photo.withCaption(blocks.get(i).words()));
            } else {
                joined.add(blocks.get(i));
            }
        }
        return joined;
    }

    /** Marks the lines between two headings, where anything else is said there; returns whether there are any. */
    private boolean findLines() {
        boolean any = false;
        int start = 0;
        boolean told = false;
        boolean sentences = false;
        for (int i = 0; i <= blocks.size(); i++) {
            if (i == blocks.size() || blocks.get(i) instanceof Block.Heading) {
                for (int line = start; line < i; line++) {
                    lines[line] &= told && (sentences || !isSentence(line));
                    any |= lines[line];
                }
                start = i;
                told = false;
                sentences = false;
            } else if (blocks.get(i) instanceof Block.Text) {
                lines[i] = isLine(i);
                told |= !lines[i];
                sentences |= !lines[i] && isSentence(i);
            }
        }
        return any;
    }

    private boolean isLine(int at) {
        return at > 0
                && blocks.get(at - 1) instanceof Block.Image photo
                && photo.caption() == null
                && blocks.get(at) instanceof Block.Paragraph line
                && line.linkShare() == 0
                && line.text().length() <= MOST_CAPTION
                && Words.hasLetters(line.text())
                && !line.text().endsWith(":")
                && (!isSentence(at) || (repeatsAlt(at) && DateReader.openingDay(line.text()) == null))
                && !Moments.isMoment(line.text())
                && !opensNext(at);
    }

    private boolean isSentence(int at) {
        String words = blocks.get(at).words();
        return Words.endsSentence(words) || Words.isProse(words);
    }

    /** Whether a line is closer to what follows than to the photo, or flags follow, as they do below a heading. */
    private boolean opensNext(int line) {
        return line + 1 < blocks.size()
                && (blocks.get(line + 1) instanceof Block.Flag || depth(line - 1, line) < depth(line, line + 1));
    }

    private boolean repeatsAlt(int line) {
        String words = blocks.get(line).words();
        String alt = blocks.get(line - 1).words();
        return Words.same(alt, words) || Words.same(COUNT.matcher(alt).replaceFirst(""), words);
    }

    private boolean isSetApart(int line, Set<TextMark> ofSentences) {
        Set<TextMark> marks = TextMark.of(blocks.get(line).place().element());
        marks.removeAll(ofSentences);
        return !marks.isEmpty();
    }

    private Set<TextMark> marksOfSentences() {
        Set<TextMark> marks = EnumSet.noneOf(TextMark.class);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!lines[i] && block instanceof Block.Text text && Words.isProse(text.text())) {
                marks.addAll(TextMark.of(text.place().element()));
            }
        }
        return marks;
    }

    /** Whether each row of photos under a heading, or the photo alone, has such a line, and two or more have. */
    private boolean isUnderAllPhotos() {
        boolean headed = false;
        int photos = 0;
        for (int i = 0; i < blocks.size(); i++) {
            headed |= blocks.get(i) instanceof Block.Heading;
            boolean last = i + 1 == blocks.size() || !(blocks.get(i + 1) instanceof Block.Image);
            if (headed && last && blocks.get(i) instanceof Block.Image photo && photo.caption() == null) {
                if (i + 1 == blocks.size() || !lines[i + 1] || mayBeHeading(i + 1)) {
                    return false;
                }
                photos++;
            }
        }
        return photos >= LEAST_PHOTOS;
    }

    private boolean cannotBeHeading(int line) {
        return isSentence(line) || !mayBeHeading(line);
    }

    /** Whether another line follows, or anything at all below words with large initials that stand under no heading yet. */
    private boolean mayBeHeading(int line) {
        if (line + 1 == blocks.size()
                || blocks.get(line + 1) instanceof Block.Heading
                || blocks.get(line + 1) instanceof Block.Break) {
            return false;
        }
        boolean another = blocks.get(line + 1) instanceof Block.Text next && !Words.isProse(next.text());
        return another || (Words.isTitleCase(blocks.get(line).words()) && !isRightUnderHeading(line - 1));
    }

    private boolean isRightUnderHeading(int photo) {
        int at = photo;
        while (at > 0 && blocks.get(at) instanceof Block.Image) {
            at--;
        }
        return blocks.get(at) instanceof Block.Heading;
    }

    private int depth(int a, int b) {
        return blocks.get(a).place().sharedDepth(blocks.get(b).place());
    }
}
