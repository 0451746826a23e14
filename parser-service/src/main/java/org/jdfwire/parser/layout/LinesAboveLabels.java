package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds plain lines as titles on a page whose headings are all bold lines or labels, the first of them below a sentence
 * that a line with large initials opens: that news has a title too.
 *
 * <p>Where several such lines are made alike, or the section tells one story, the bold lines only part what stands under
 * the plain ones; else the first plain line is a title as the bold ones are.
 */
final class LinesAboveLabels {
    private LinesAboveLabels() {}

    static List<Block> promote(List<Block> blocks, @Nullable String section) {
        int first = firstHeading(blocks);
        int title = first < 0 ? -1 : HeadingGuess.firstLine(blocks.subList(0, first));
        if (title < 0 || !Words.isTitleCase(blocks.get(title).words()) || !areLabels(blocks)) {
            return blocks;
        }
        List<Block> guessed = AlikeLines.titles(blocks, HeadingGuess.lines(blocks), section);
        Make make = Make.of(blocks.get(title));
        int alike = 0;
        for (int i = title; i < blocks.size(); i++) {
            alike += guessed.get(i) != blocks.get(i) && Make.of(blocks.get(i)).equals(make) ? 1 : 0;
        }
        if (alike > 1 || Sections.isOneStory(section)) {
            return withParts(blocks, guessed);
        }
        List<Block> titled = new ArrayList<>(blocks);
        Block.Heading line = (Block.Heading) guessed.get(title);
        int level = ((Block.Heading) blocks.get(first)).level();
        titled.set(title, line.withLevel(level));
        return titled;
    }

    private static List<Block> withParts(List<Block> blocks, List<Block> guessed) {
        List<Block> parted = new ArrayList<>(guessed);
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading label) {
                parted.set(i, label.withLevel(Block.Heading.PART));
            }
        }
        return parted;
    }

    private static int firstHeading(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading) {
                return i;
            }
        }
        return -1;
    }

    private static boolean areLabels(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading
                    && (heading.isMarked() || heading.level() > Block.Heading.BOLD)) {
                return false;
            }
        }
        return true;
    }
}
