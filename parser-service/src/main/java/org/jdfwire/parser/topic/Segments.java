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
        List<Block> aboveAll = new ArrayList<>();
        List<Block> above = aboveAll;
        @Nullable Segment current = null;
        for (Block block : blocks) {
            if (!(block instanceof Block.Heading heading)) {
                above.add(block);
            } else if (current == null || current.hasText() || !current.repeats(heading)) {
                current = new Segment(heading);
                above = current.body();
                segments.add(current);
            }
        }
        new TrailingFlags(aboveAll, segments).moveToTheirHeadings();
        return joined(withoutGroups(segments));
    }

    /** Returns the segments without those that only show the photos of the news below them, which take these. */
    private static List<Segment> withoutGroups(List<Segment> segments) {
        List<Segment> kept = new ArrayList<>(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (i + 1 < segments.size() && segment.isGroupOver(segments.get(i + 1))) {
                segments.get(i + 1).standUnder(segment);
            } else {
                kept.add(segment);
            }
        }
        return kept;
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

    /** Returns whether runs of flags stand after their items on a page: no heading has one below it, but some texts do. */
    static boolean flagsCloseItems(List<Segment> segments) {
        boolean anyCloses = false;
        for (Segment segment : segments) {
            if (segment.startsWithFlag()) {
                return false;
            }
            // a heading with nothing under it, as of links beside the news, is no item that flags could close
            anyCloses |= segment.hasText() && segment.endsWithFlag();
        }
        return anyCloses;
    }
}
