package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jdfwire.parser.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * Tells lines that part a topic from titles, among plain lines taken for titles: the titles of a page are made alike, and
 * a line made otherwise that stands between two of them is none, nor is another made as that one, but where its text opens
 * with a day of its own. In a section that
 * tells one story the line above all others is its title, where no other is made alike.
 */
final class AlikeLines {
    private final List<Block> plain;
    private final List<Block> guessed;
    private final List<Integer> lines = new ArrayList<>();

    private AlikeLines(List<Block> plain, List<Block> guessed) {
        this.plain = plain;
        this.guessed = guessed;
        for (int i = 0; i < guessed.size(); i++) {
            if (guessed.get(i) != plain.get(i)) {
                lines.add(i);
            }
        }
    }

    /**
     * Returns the blocks with only those lines as headings that may be titles.
     *
     * @param plain the blocks of the page
     * @param guessed the same blocks, lines as headings
     */
    static List<Block> titles(List<Block> plain, List<Block> guessed, @Nullable String section) {
        return new AlikeLines(plain, guessed).titles(Sections.isOneStory(section));
    }

    private List<Block> titles(boolean oneStory) {
        if (lines.size() < 2) {
            return guessed;
        }
        Make title = Make.of(plain.get(lines.get(0)));
        Set<Make> others = new HashSet<>();
        Set<Make> between = new HashSet<>();
        for (int line : lines) {
            Make make = Make.of(plain.get(line));
            if (make.equals(title)) {
                between.addAll(others);
            } else {
                others.add(make);
            }
        }
        boolean alone = lines.stream()
                        .filter(line -> Make.of(plain.get(line)).equals(title))
                        .count()
                == 1;
        if (alone) {
            return oneStory ? without(line -> !Make.of(plain.get(line)).equals(title)) : guessed;
        }
        return without(line -> between.contains(Make.of(plain.get(line)))
                && !Carried.opensWithDay(plain.subList(line + 1, plain.size())));
    }

    private List<Block> without(IntPredicate isPart) {
        List<Block> titles = new ArrayList<>(guessed);
        for (int line : lines) {
            boolean flagged = line + 1 < plain.size() && plain.get(line + 1) instanceof Block.Flag;
            if (!flagged && isPart.test(line)) {
                titles.set(line, plain.get(line));
            }
        }
        return titles;
    }
}
