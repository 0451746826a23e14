package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds headings on a page whose markup has none.
 *
 * <p>Tried in turn, each only where the one before found nothing: a short line right before flags or news; a picture of
 * lettering; a heading fused to the sentence that opens its news; a text that several photos repeat.
 */
final class HeadingGuess {
    private static final int LEAST_WORDS = 2;
    private static final int MOST_WORDS = 25;

    private HeadingGuess() {}

    static List<Block> promote(List<Block> blocks, @Nullable String section) {
        List<UnaryOperator<List<Block>>> guesses = List.of(
                plain -> AlikeLines.titles(plain, lines(plain), section),
                HeadingGuess::lettering,
                FusedHeadings::unfuseWithItems,
                HeadingGuess::repeatedPhotos);
        for (UnaryOperator<List<Block>> guess : guesses) {
            List<Block> guessed = guess.apply(blocks);
            if (Carried.any(guessed)) {
                return guessed;
            }
        }
        return blocks;
    }

    /**
     * Finds plain lines as headings on a page whose only bold lines are captions: each of these stands right under a photo
     * and none is written as a title, while each news opens with a line that is, and all of those differ. Else the blocks
     * as they are.
     */
    static List<Block> aboveBoldCaptions(List<Block> blocks) {
        List<Block> captioned = new ArrayList<>();
        int captions = 0;
        for (Block block : blocks) {
            if (!(block instanceof Block.Heading line)) {
                captioned.add(block);
                continue;
            }
            int last = captioned.size() - 1;
            boolean caption = line.level() == Block.Heading.BOLD
                    && !Words.isTitleCase(line.text())
                    && last >= 0
                    && captioned.get(last) instanceof Block.Image photo
                    && photo.caption() == null;
            if (!caption) {
                return blocks;
            }
            captioned.set(last, ((Block.Image) captioned.get(last)).withCaption(line.text()));
            captions++;
        }
        List<Block> guessed = captions == 0 ? blocks : lines(captioned);
        return openAllNews(guessed, captions) ? guessed : blocks;
    }

    private static boolean openAllNews(List<Block> guessed, int captions) {
        Set<String> titles = new HashSet<>();
        int headings = 0;
        for (Block block : guessed) {
            if (block instanceof Block.Heading heading) {
                headings++;
                if (!Words.isTitleCase(heading.text()) || !titles.add(Words.key(heading.text()))) {
                    return false;
                }
            } else if (block instanceof Block.Text && headings == 0) {
                return false;
            }
        }
        return headings > 1 && headings >= captions && Carried.any(guessed);
    }

    /** Returns the blocks with each short line right before flags or news as a heading. */
    static List<Block> lines(List<Block> blocks) {
        List<Block> result = new ArrayList<>(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            if (isLine(blocks, i)) {
                Block.Paragraph line = (Block.Paragraph) blocks.get(i);
                result.set(i, new Block.Heading(line.text(), Block.Heading.CONFIRMED, line.linkShare(), line.place()));
            }
        }
        return result;
    }

    /** Returns where the first such line is, or -1. */
    static int firstLine(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (isLine(blocks, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLine(List<Block> blocks, int at) {
        return blocks.get(at) instanceof Block.Paragraph line
                && isTitleLike(line.text())
                && !isCaption(blocks, at)
                && !isListed(blocks, at)
                && opensNews(blocks, at);
    }

    /** Whether a line is the last of a list: the one before has the sign of a list too. */
    private static boolean isListed(List<Block> blocks, int at) {
        return at > 0
                && Words.beginsListed(blocks.get(at).words())
                && blocks.get(at - 1) instanceof Block.Paragraph before
                && Words.beginsListed(before.text())
                && !Words.isProse(before.text());
    }

    private static boolean opensNews(List<Block> blocks, int at) {
        int i = at + 1;
        while (i < blocks.size() && (blocks.get(i) instanceof Block.Image || isCaption(blocks, i))) {
            i++;
        }
        return i < blocks.size()
                && (blocks.get(i) instanceof Block.Flag
                        || (blocks.get(i) instanceof Block.Text text && Words.isProse(text.text())));
    }

    private static boolean isCaption(List<Block> blocks, int at) {
        return at > 0
                && blocks.get(at - 1) instanceof Block.Image
                && blocks.get(at) instanceof Block.Text text
                && !Words.isProse(text.text())
                && (Captions.tellsWhoStandsWhere(text.text()) || Captions.isBelow(blocks, at));
    }

    /**
     * Whether words may be a title, by how many they are and how they end: a dot that ends no sentence, as of {@code U.S.},
     * may stand at the end of one all the same where their initials are small.
     */
    static boolean isTitleLike(String text) {
        if (Words.endsSentence(text) || text.endsWith(":") || (text.endsWith(".") && !Words.isTitleCase(text))) {
            return false;
        }
        int words = Words.count(text);
        return words >= LEAST_WORDS && words <= MOST_WORDS;
    }

    private static List<Block> lettering(List<Block> blocks) {
        boolean photos = blocks.stream().anyMatch(block -> block instanceof Block.Image image && isPhoto(image));
        List<Block> result = new ArrayList<>(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Image image
                    && isTitleLike(image.words())
                    && !isPhoto(image)
                    && (photos || opensNews(blocks, i))) {
                result.set(i, heading(image));
            }
        }
        return result;
    }

    private static List<Block> repeatedPhotos(List<Block> blocks) {
        Map<String, Long> repeats = blocks.stream()
                .filter(block -> block instanceof Block.Image image && image.alt() != null)
                .collect(Collectors.groupingBy(block -> Words.key(block.words()), Collectors.counting()));
        List<Block> result = new ArrayList<>(blocks);
        String current = "";
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Image image && isTitleLike(image.words())) {
                String key = Words.key(image.words());
                if (repeats.getOrDefault(key, 0L) > 1 && !key.equals(current)) {
                    result.set(i, heading(image));
                    current = key;
                }
            }
        }
        return result;
    }

    private static Block heading(Block.Image image) {
        return new Block.Heading(image.words(), Block.Heading.CONFIRMED, 0, image.place());
    }

    private static boolean isPhoto(Block.Image image) {
        String url = image.url().toLowerCase(Locale.ROOT);
        return url.endsWith(".jpg") || url.endsWith(".jpeg");
    }
}
