package org.jdfwire.parser.layout;

import java.util.List;
import java.util.regex.Pattern;

/** Recognizes what a site tells its visitors on itself, above or below its news. */
final class Notices {
    private static final int MOST_NOTICE = 300;

    private static final LinePattern WHOLE = new LinePattern(
            MOST_NOTICE,
            List.of("posted", "share", "last", "date", "updated", "modified", "text", "font", "character", "follow us"),
            LinePattern.NONE,
            Pattern.compile(
                    "posted on\\b.{0,40}\\b(?:19|20)\\d\\d\\b.{0,40}|posted in\\b.{0,60}\\btagged\\b.{0,80}"
                            + "|share this(?: page| article| post)?\\W*"
                            + "|(?:last |date )?(?:updated|modified)(?: on)?\\s*:.{0,40}|(?:text|font|character) size\\b.{0,40}"
                            + "|follow us on (?:twitter|x|facebook|instagram|youtube|line)\\b.{0,60}",
                    Pattern.CASE_INSENSITIVE));

    private static final Sign COOKIES = new Sign(" cookies");
    private static final Sign READER = new Sign("adobe ");
    private static final Pattern PART = Pattern.compile(
            ".*\\b(?:uses?|use of|accept) cookies\\b.*|.*\\badobe (?:acrobat )?reader\\b.*", Pattern.CASE_INSENSITIVE);

    private Notices() {}

    static boolean isNotice(String text) {
        return text.length() <= MOST_NOTICE
                && (WHOLE.matches(text)
                        || ((COOKIES.isIn(text) || READER.isIn(text))
                                && PART.matcher(text).matches()));
    }
}
