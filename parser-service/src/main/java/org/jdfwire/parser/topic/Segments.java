package org.jdfwire.parser.topic;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/** The segments of one page: how it is split at its headings, and where its flags stand. */
final class Segments {
    private Segments() {}

    /**
     * Splits a page at its headings. A heading said again is the same one, unless all its words are said again too: that
     * is a copy, for another screen, and stays apart. So does news of another day under the same words.
     */
    static List<Segment> of(List<Block> blocks) {
        List<Segment> segments = new ArrayList<>();
        List<Block> above = new ArrayList<>();
        @Nullable Segment current = null;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!(block instanceof Block.Heading heading)) {
                above.add(block);
            } else if (current == null || current.hasText() || !current.repeats(heading)) {
                current = new Segment(heading);
                if (!startsWithFlag(blocks, i + 1)) {
                    moveTrailingFlags(above, current.body());
                }
                above = current.body();
                segments.add(current);
            }
        }
        return joined(segments);
    }

    private static List<Segment> joined(List<Segment> segments) {
        List<Segment> joined = new ArrayList<>();
        for (Segment segment : segments) {
            Segment last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && last.repeats(segment.heading())
                    && !last.tellsTheSame(segment)
                    && !last.isOtherNews(segment)) {
                last.take(segment);
            } else {
                joined.add(segment);
            }
        }
        return joined;
    }

    /** Returns whether runs of flags stand after their items on a page. */
    static boolean flagsCloseItems(List<Segment> segments) {
        @Nullable Segment lastTold = null;
        for (Segment segment : segments) {
            if (startsWithFlag(segment.body(), 0)) {
                return false;
            }
            // a heading with nothing under it, as of links beside the news, is no item that flags could close
            lastTold = segment.hasText() ? segment : lastTold;
        }
        return lastTold != null && lastTold.endsWithFlag();
    }

    private static boolean startsWithFlag(List<Block> blocks, int from) {
        int i = from;
        while (i < blocks.size() && blocks.get(i) instanceof Block.Image) {
            i++;
        }
        return i < blocks.size() && blocks.get(i) instanceof Block.Flag;
    }

    /** Moves a run at the end, with no words after it, from one segment to the start of the next. */
    private static void moveTrailingFlags(List<Block> from, List<Block> to) {
        int start = from.size();
        for (int i = from.size() - 1; i >= 0; i--) {
            if (from.get(i) instanceof Block.Flag) {
                start = i;
            } else if (!(from.get(i) instanceof Block.Image)) {
                break;
            }
        }
        List<Block> end = from.subList(start, from.size());
        for (Block block : end) {
            if (block instanceof Block.Flag) {
                to.add(block);
            }
        }
        end.removeIf(Block.Flag.class::isInstance);
    }
}
