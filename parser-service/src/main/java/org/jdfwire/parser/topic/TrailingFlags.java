package org.jdfwire.parser.topic;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a run of flags between a text and the next heading which of both it belongs to.
 *
 * <p>It is the heading's, unless it is closer to the text; or unless no flags of the page stand right below or above all
 * others, and the last words of the page are followed by a run too: then each run closes what stands before it.
 */
final class TrailingFlags {
    private final List<Block> above;
    private final List<Segment> segments;

    /**
     * Looks at a page.
     *
     * @param above what stands above the first heading
     * @param segments the headings, each with all that stands below it
     */
    TrailingFlags(List<Block> above, List<Segment> segments) {
        this.above = above;
        this.segments = segments;
    }

    /** Moves the runs that are their next heading's below it. */
    void moveToTheirHeadings() {
        boolean open = !trailing(above).isEmpty() || segments.stream().anyMatch(Segment::startsWithFlag);
        if (!open && lastToldEndsWithFlag()) {
            return;
        }
        List<Block> before = above;
        for (Segment segment : segments) {
            if (!segment.startsWithFlag()) {
                move(before, segment);
            }
            before = segment.body();
        }
    }

    private boolean lastToldEndsWithFlag() {
        @Nullable Segment lastTold = null;
        for (Segment segment : segments) {
            lastTold = segment.hasText() ? segment : lastTold;
        }
        return lastTold != null && lastTold.endsWithFlag();
    }

    private static void move(List<Block> from, Segment to) {
        List<Block> end = trailing(from);
        List<Block> flags = new ArrayList<>();
        for (Block block : end) {
            if (block instanceof Block.Flag) {
                flags.add(block);
            }
        }
        int before = from.size() - end.size() - 1;
        if (flags.isEmpty() || (before >= 0 && isCloser(flags.get(0), from.get(before), to.heading()))) {
            return;
        }
        to.body().addAll(0, flags);
        end.removeIf(Block.Flag.class::isInstance);
    }

    /** Whether a run is closer to the text before it than to the heading after it. */
    private static boolean isCloser(Block flag, Block before, Block.Heading after) {
        return before instanceof Block.Text
                && flag.place().sharedDepth(before.place()) > flag.place().sharedDepth(after.place());
    }

    /** Returns the part of the blocks that begins with the run that nothing but pictures follows; empty where none does. */
    private static List<Block> trailing(List<Block> blocks) {
        int start = blocks.size();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i) instanceof Block.Flag) {
                start = i;
            } else if (!(blocks.get(i) instanceof Block.Image)) {
                break;
            }
        }
        return blocks.subList(start, blocks.size());
    }
}
