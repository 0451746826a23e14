package org.jdfwire.parser.layout;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdfwire.parser.text.Words;

/** Recognizes the lines that belong to the page and to no topic, by what they say. */
public final class PageLines {
    private static final int MOST_LINE = 200;
    private static final int MOST_CONTROL = 40;
    private static final LinePattern SITE = new LinePattern(
            MOST_LINE,
            List.of("japan", "ministry of", "defense agency", "mod"),
            '防',
            Pattern.compile(
                    "\\W*+" + HeaderLines.OWNER + "\\W*+|\\W*+(?:japan\\s+)?mod\\W*+|\\W*防衛省.{0,20}",
                    Pattern.CASE_INSENSITIVE));
    private static final LinePattern TOP = new LinePattern(
            40,
            List.of("back", "return", "go", "jump", "the", "page", "top"),
            'ペ',
            Pattern.compile(
                    "\\W*(?:(?:back|return|go|jump)\\s+to\\s+)?(?:the\\s+)?(?:page\\s*)?top(?:\\s+of\\s+(?:this\\s+|the\\s+)?page)?\\W*"
                            + "|.{0,3}(?:この)?ページ(?:の)?(?:トップ|先頭|上部).{0,6}",
                    Pattern.CASE_INSENSITIVE));
    private static final int MOST_WAY = 30;
    private static final String TOP_WORD = "top";
    private static final String SIGNS_OF_A_PLACE = "#¶§";
    private static final Pattern WAY_AT_END = Pattern.compile(
            "[^\\p{L}\\d.!?。”\"')]*+(?:\\b(?:back|return|go) to (?:the )?(?:page )?top|\\bpage top|(?-i:(?<=\\p{Ll})PAGE TOP))\\W*+$|(?<=[^\\s#])\\s*+[#¶§]$",
            Pattern.CASE_INSENSITIVE);
    private static final LinePattern CRUMB = new LinePattern(
            MOST_LINE,
            List.of("home", "top", "mod"),
            LinePattern.NONE,
            Pattern.compile("\\W*(?:home|top(?:\\s*page)?|mod)\\s*[>›»＞/|→].*", Pattern.CASE_INSENSITIVE));
    /** The numbers of an article's pages, with a way to the next. */
    private static final LinePattern PAGES = new LinePattern(
            MOST_CONTROL,
            List.of("#", "prev", "first"),
            LinePattern.NONE,
            Pattern.compile(
                    "(?:\\W*+(?:\\d{1,2}(?!\\d)))++\\W++(?:next|last)(?: page)?\\W*+|\\W*+(?:prev(?:ious)?|first)(?: page)?(?:\\W++\\d{1,2}(?!\\d))++\\W*+(?:\\W(?:next|last)(?: page)?\\W*+)?",
                    Pattern.CASE_INSENSITIVE));

    /** A slash stands in {@code 2021/03} too. */
    private static final Pattern GREAT_STEP = Pattern.compile("[>›»＞|→]");

    private static final Pattern STEP = Pattern.compile("[>›»＞/|→]");
    private static final Names CONTACT = new Names(
            "contact",
            "contacts",
            "contactus",
            "contactinformation",
            "inquiries",
            "inquiry",
            "forinquiries",
            "enquiries");
    private static final Names FURNITURE = new Names(
            "back",
            "next",
            "previous",
            "prev",
            "print",
            "close",
            "home",
            "menu",
            "contents",
            "index",
            "sitemap",
            "tweet",
            "share",
            "like",
            "more",
            "readmore",
            "details",
            "backnumber",
            "backnumbers",
            "backissues",
            "skiptocontent",
            "skiptomaincontent",
            "skiptocontents",
            "skiptomain",
            "search",
            "english",
            "japanese",
            "textsize",
            "fontsize",
            "backtoindex",
            "backtohome",
            "tothetop",
            "gototop",
            "contactus",
            "printthispage",
            "jdf",
            "followus",
            "relatedlinks",
            "relatedpages",
            "smartphone",
            "pc",
            "pcsite",
            "poweredbytranslate",
            "poweredbygoogletranslate",
            "poweredbygoogle",
            "googletranslate",
            "selectlanguage",
            "privacypolicy",
            "acceptcookies",
            "acceptall",
            "gotit",
            "learnmore",
            "twitter",
            "facebook",
            "instagram",
            "youtube",
            "pagetop");

    private PageLines() {}

    /** Whether it is the name of the ministry and nothing else. */
    static boolean isSite(String text) {
        return SITE.matches(text);
    }

    /** Returns a line without the way to a place of its page that it ends in, such as PAGE TOP; the line where that is all. */
    static String withoutWayAtEnd(String text) {
        int from = Math.max(0, text.length() - MOST_WAY);
        if (!mayEndInWay(text, from)) {
            return text;
        }
        Matcher way = WAY_AT_END.matcher(text).region(from, text.length());
        boolean found = way.find() && Words.hasLetters(text.substring(0, way.start()));
        return found ? text.substring(0, way.start()).stripTrailing() : text;
    }

    /** Whether {@code top} or a sign is the last of a line: sooner told than by the pattern. */
    private static boolean mayEndInWay(String text, int from) {
        int at = text.length() - 1;
        while (at >= from && !LinePattern.isWord(text.charAt(at))) {
            if (SIGNS_OF_A_PLACE.indexOf(text.charAt(at)) >= 0) {
                return true;
            }
            at--;
        }
        return at - TOP_WORD.length() + 1 >= from
                && text.regionMatches(true, at - TOP_WORD.length() + 1, TOP_WORD, 0, TOP_WORD.length());
    }

    /** Whether it leads back to the top of the page. */
    static boolean isTop(String text) {
        return TOP.matches(text);
    }

    /** Whether words stand, as a heading, over how to reach the ministry. */
    static boolean isContact(String heading) {
        return heading.length() <= MOST_CONTROL && CONTACT.contains(heading);
    }

    /** Whether it shows the way from the home page to this one. */
    public static boolean isCrumb(String text) {
        return CRUMB.matches(text);
    }

    /** Returns the steps of such a way, the last too. */
    public static List<String> crumbs(String way) {
        return Stream.of(GREAT_STEP.split(way)).map(String::strip).toList();
    }

    /** Returns the last step of such a way. */
    public static String lastCrumb(String crumb) {
        return crumb.substring(STEP.matcher(crumb)
                        .results()
                        .mapToInt(MatchResult::end)
                        .max()
                        .orElse(0))
                .strip();
    }

    /** Whether it is a control of the page, such as Back or Print, or a notice on the site itself. */
    static boolean isFurniture(String text) {
        return (text.length() <= MOST_CONTROL && (FURNITURE.contains(text) || PAGES.matches(text)))
                || Notices.isNotice(text);
    }
}
