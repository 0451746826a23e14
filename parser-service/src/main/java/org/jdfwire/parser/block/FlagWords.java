package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jdfwire.parser.text.Words;

/**
 * Reads flags that a page writes as words: the name of a country, or several, at a paragraph's start without a gap before
 * the sentence, as {@code NorwayOn January 5, …}.
 *
 * <p>A gap may be lost in any sentence. So a name of two letters is none ({@code USArmy}), nor is Japan alone
 * ({@code JapanSelf-Defense Forces}), nor a name before another one ({@code JapanNorway talks}) or before a word that is
 * itself two without a gap ({@code JapanDefenseFocus}).
 */
final class FlagWords {
    private static final int MOST_NAMES = 120;
    private static final int LEAST_NAME = 3;
    private static final int MOST_NAME_WORDS = 4;
    private static final String HOME = "Japan";

    private final Predicate<String> isCountry;

    FlagWords(Predicate<String> isCountry) {
        this.isCountry = isCountry;
    }

    List<Block> partedFrom(List<Block> blocks) {
        List<Block> parted = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                part(paragraph, parted);
            } else {
                parted.add(block);
            }
        }
        return parted;
    }

    private void part(Block.Paragraph paragraph, List<Block> parted) {
        List<String> names = names(paragraph.text());
        if (names.isEmpty()) {
            parted.add(paragraph);
            return;
        }
        for (String name : names) {
            parted.add(new Block.Flag(name, paragraph.place()));
        }
        int begin = names.stream().mapToInt(String::length).sum();
        parted.add(new Block.Paragraph(
                paragraph.text().substring(begin), paragraph.links(), paragraph.linkShare(), paragraph.place()));
    }

    /** Returns the countries that a text opens with, each without a gap to what follows; none where it is no sentence. */
    private List<String> names(String text) {
        List<String> names = new ArrayList<>();
        int from = 0;
        int end = nameEnd(text, from);
        while (end > from) {
            names.add(text.substring(from, end));
            from = end;
            end = nameEnd(text, from);
        }
        boolean home = names.size() == 1 && names.get(0).equals(HOME);
        return names.isEmpty() || home || !opensSentence(text.substring(from)) ? List.of() : names;
    }

    /** Returns where the name ends that begins there and runs into the next word, or where it begins. */
    private int nameEnd(String text, int from) {
        int end = seam(text, from + 1, Math.min(text.length(), MOST_NAMES));
        return end - from >= LEAST_NAME && isCountry.test(text.substring(from, end)) ? end : from;
    }

    /** Returns where, in one word, a capital begins the next: {@code On} in {@code NorwayOn} and in {@code USAOn}; or -1. */
    private static int seam(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char before = text.charAt(at - 1);
            boolean small = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
            if (Character.isUpperCase(text.charAt(at))
                    && (Character.isLowerCase(before) || (Character.isUpperCase(before) && small))) {
                return at;
            }
        }
        return -1;
    }

    private boolean opensSentence(String rest) {
        if (!Words.isProse(rest)) {
            return false;
        }
        int end = rest.indexOf(' ');
        if (end < 0 || seam(rest, 1, end) > 0) {
            return false;
        }
        for (int words = 0; words < MOST_NAME_WORDS && end > 0; words++) {
            if (isCountry.test(rest.substring(0, end))) {
                return false;
            }
            end = rest.indexOf(' ', end + 1);
        }
        return true;
    }
}
