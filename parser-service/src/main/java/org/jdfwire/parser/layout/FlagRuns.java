package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.block.Block;

/**
 * Puts runs of flags that stand before their heading after it: those that share a closer container with the heading
 * below them than with the words above them.
 */
final class FlagRuns {
    private FlagRuns() {}

    static List<Block> underTheirHeadings(List<Block> blocks) {
        List<Block> result = new ArrayList<>(blocks);
        int firstFlag = -1;
        for (int i = 0; i < result.size(); i++) {
            Block block = result.get(i);
            if (block instanceof Block.Flag) {
                firstFlag = firstFlag < 0 ? i : firstFlag;
            } else if (block instanceof Block.Heading && firstFlag >= 0) {
                if (!isFlag(result, i + 1) && isCloser(result, firstFlag, i)) {
                    result.remove(i);
                    result.add(firstFlag, block);
                }
                firstFlag = -1;
            } else if (!(block instanceof Block.Image)) {
                firstFlag = -1;
            }
        }
        return result;
    }

    private static boolean isFlag(List<Block> blocks, int at) {
        return at < blocks.size() && blocks.get(at) instanceof Block.Flag;
    }

    private static boolean isCloser(List<Block> blocks, int flag, int heading) {
        int before = flag - 1;
        while (before >= 0 && blocks.get(before) instanceof Block.Image) {
            before--;
        }
        return before < 0 || depth(blocks, flag, heading) > depth(blocks, flag, before);
    }

    private static int depth(List<Block> blocks, int a, int b) {
        return blocks.get(a).place().sharedDepth(blocks.get(b).place());
    }
}
