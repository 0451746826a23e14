package org.jdfwire.parser.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdfwire.parser.block.Block;

/** Tells the times and dates of a time line ({@code 06:00}, {@code July 4}, {@code 1954}) from headings. */
final class Moments {
    private static final int MOST_MOMENT = 40;
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";
    private static final String CLOCK =
            "(?:\\d{1,2}[:.]\\d{2}|\\d{4}(?= ?h)|\\d{1,2}(?= ?[ap]\\.?m))(?: ?(?:[ap]\\.?m\\.?|h|hours|hrs))?";
    private static final String ONE = "(?:" + CLOCK + "|(?:" + MONTH + " " + DAY + "|" + DAY + " " + MONTH + "|" + MONTH
            + ")(?:,? (?:19|20)\\d\\d)?|(?:19|20)\\d\\d)";
    private static final LinePattern MOMENT = new LinePattern(
            MOST_MOMENT,
            List.of(
                    "#", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "on", "in",
                    "from", "about", "around", "early", "late", "mid"),
            LinePattern.NONE,
            Pattern.compile(
                    "\\W*(?:(?:on|in|from|about|around|early|late|mid) )?" + ONE + "(?: ?(?:-|–|~|to|,|and) ?(?:" + ONE
                            + "|" + DAY + "))?(?: ?[-–~])?\\W*",
                    Pattern.CASE_INSENSITIVE));

    private Moments() {}

    /** Whether words are a time or a date and nothing else. */
    static boolean isMoment(String words) {
        return MOMENT.matches(words);
    }

    /** Returns the blocks with such headings as paragraphs, where a heading stands before them. */
    static List<Block> lower(List<Block> blocks) {
        List<Block> lowered = new ArrayList<>(blocks.size());
        boolean headed = false;
        for (Block block : blocks) {
            boolean moment = block instanceof Block.Heading heading && isMoment(heading.text());
            lowered.add(headed && moment ? ((Block.Heading) block).asParagraph() : block);
            headed |= block instanceof Block.Heading && !moment;
        }
        return lowered;
    }
}
