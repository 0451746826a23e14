package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.field.DateReader;
import org.jdfwire.parser.text.Words;

/**
 * What one heading carries up to the next heading of any level.
 *
 * @param heading the heading
 * @param flags whether a run of flags stands right beside it, pictures aside
 * @param prose whether it carries at least one whole sentence
 * @param blocks all that it carries
 */
record Carried(Block.Heading heading, boolean flags, boolean prose, List<Block> blocks) {

    /** Whether the heading opens something: news, or flags of it. */
    boolean anything() {
        return flags || prose;
    }

    /** Whether its first text opens with a day, as news does. */
    boolean opensWithDay() {
        return opensWithDay(blocks);
    }

    /** Whether the first text of some blocks opens with a day. */
    static boolean opensWithDay(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Text text) {
                return DateReader.openingDay(text.text()) != null;
            }
        }
        return false;
    }

    /** Returns how many letters it carries. */
    int letters() {
        int letters = 0;
        for (Block block : blocks) {
            letters += block instanceof Block.Text text ? Words.letters(text.text()) : 0;
        }
        return letters;
    }

    /** Whether any heading carries anything. */
    static boolean any(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading
                    && of(heading, i, blocks).anything()) {
                return true;
            }
        }
        return false;
    }

    static List<Carried> of(List<Block> blocks) {
        List<Carried> all = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading) {
                all.add(of(heading, i, blocks));
            }
        }
        return all;
    }

    private static Carried of(Block.Heading heading, int at, List<Block> blocks) {
        boolean prose = false;
        int end = at + 1;
        while (end < blocks.size() && !ends(blocks.get(end))) {
            prose = prose || (blocks.get(end) instanceof Block.Text text && Words.isProse(text.text()));
            end++;
        }
        boolean flagsAfter = isFlagBeside(blocks, at, 1);
        boolean flags = flagsAfter || (prose && isFlagBeside(blocks, at, -1) && !isTaken(blocks, at));
        return new Carried(heading, flags, prose, blocks.subList(at + 1, end));
    }

    private static boolean ends(Block block) {
        return block instanceof Block.Heading || block instanceof Block.Break;
    }

    /** Whether the flags before a heading stand right under another heading, which has them then. */
    private static boolean isTaken(List<Block> blocks, int at) {
        int i = at - 1;
        while (i >= 0 && (blocks.get(i) instanceof Block.Flag || blocks.get(i) instanceof Block.Image)) {
            i--;
        }
        return i >= 0 && blocks.get(i) instanceof Block.Heading;
    }

    private static boolean isFlagBeside(List<Block> blocks, int at, int step) {
        int i = at + step;
        while (i >= 0 && i < blocks.size() && blocks.get(i) instanceof Block.Image) {
            i += step;
        }
        return i >= 0 && i < blocks.size() && blocks.get(i) instanceof Block.Flag;
    }
}
