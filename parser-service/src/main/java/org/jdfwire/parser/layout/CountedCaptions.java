package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Gives photos the counted lines right below them ({@code 1. …}, {@code 2. …}): two or more, none a sentence, with a
 * sentence below the last that is not counted too and none above the photo, and said nowhere else, as the parts of a text
 * are that it lists first.
 *
 * <p>Under as many photos each gets its line; else the last photo gets all of them.
 */
final class CountedCaptions {
    private static final int LEAST_LINES = 2;
    private static final int LEAST_WORDS = 4;
    private static final int MOST_CAPTION = 200;

    private final List<Block> blocks;
    /** Counted once, where there is a line to look for. */
    private @Nullable Map<String, Integer> said;

    private CountedCaptions(List<Block> blocks) {
        this.blocks = blocks;
    }

    static List<Block> join(List<Block> blocks) {
        return new CountedCaptions(blocks).join();
    }

    private List<Block> join() {
        List<Block> joined = new ArrayList<>(blocks.size());
        boolean told = false;
        int at = 0;
        while (at < blocks.size()) {
            int lines = !told && isUncaptioned(at) ? linesBelow(at) : 0;
            told = isProse(blocks.get(at)) || (told && !(blocks.get(at) instanceof Block.Heading));
            joined.add(blocks.get(at));
            at++;
            if (lines >= LEAST_LINES) {
                caption(joined, blocks.subList(at, at + lines));
                at += lines;
            }
        }
        return joined;
    }

    private boolean isUncaptioned(int at) {
        return blocks.get(at) instanceof Block.Image photo && photo.caption() == null;
    }

    /** Returns how many counted lines stand below a photo that may be captions. */
    private int linesBelow(int photo) {
        int lines = 0;
        while (isLine(photo + 1 + lines, lines + 1)) {
            lines++;
        }
        int next = photo + 1 + lines;
        boolean overText = lines >= LEAST_LINES
                && next < blocks.size()
                && isProse(blocks.get(next))
                && !isCounted(blocks.get(next).words(), lines + 1)
                && depth(photo, photo + 1) >= depth(next - 1, next);
        return overText && !areSaidElsewhere(photo + 1, next) ? lines : 0;
    }

    private static boolean isProse(Block block) {
        return block instanceof Block.Text text && Words.isProse(text.text());
    }

    private boolean isLine(int at, int number) {
        return at < blocks.size()
                && blocks.get(at) instanceof Block.Paragraph line
                && isCounted(line.text(), number)
                && line.text().length() <= MOST_CAPTION
                && line.linkShare() == 0
                && Words.count(line.text()) >= LEAST_WORDS
                && !line.text().endsWith(":")
                && !Words.endsSentence(line.text())
                && !Words.isProse(line.text());
    }

    /** Whether a text begins with that number: {@code 1.}, {@code 1)} or {@code (1)}. */
    private static boolean isCounted(String text, int number) {
        int at = !text.isEmpty() && "(（".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        String digits = String.valueOf(number);
        int end = at + digits.length();
        return text.startsWith(digits, at) && end < text.length() && ".)）".indexOf(text.charAt(end)) >= 0;
    }

    private boolean areSaidElsewhere(int from, int to) {
        if (said == null) {
            said = said(blocks);
        }
        for (Block line : blocks.subList(from, to)) {
            if (said.getOrDefault(words(line), 0) > 1) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many times each short line is said, its number aside. */
    private static Map<String, Integer> said(List<Block> blocks) {
        Map<String, Integer> said = new HashMap<>();
        for (Block block : blocks) {
            if (!(block instanceof Block.Image) && block.words().length() <= MOST_CAPTION) {
                said.merge(words(block), 1, Integer::sum);
            }
        }
        return said;
    }

    /** Returns what a line says besides its number. */
    private static String words(Block line) {
        String words = Words.key(line.words());
        int at = 0;
        while (at < words.length() && Character.isDigit(words.charAt(at))) {
            at++;
        }
        return words.substring(at);
    }

    private static void caption(List<Block> joined, List<Block> lines) {
        int first = joined.size();
        while (first > 0 && joined.get(first - 1) instanceof Block.Image photo && photo.caption() == null) {
            first--;
        }
        int last = joined.size() - 1;
        if (last - first + 1 == lines.size()) {
            for (int i = 0; i < lines.size(); i++) {
                joined.set(
                        first + i,
                        ((Block.Image) joined.get(first + i))
                                .withCaption(lines.get(i).words()));
            }
        } else {
            String all = lines.stream().map(Block::words).collect(Collectors.joining(" "));
            joined.set(last, ((Block.Image) joined.get(last)).withCaption(all));
        }
    }

    private int depth(int a, int b) {
        return blocks.get(a).place().sharedDepth(blocks.get(b).place());
    }
}
