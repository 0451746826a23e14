package org.jdfwire.parser.layout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.Words;

/** Recognizes the lines that belong to the page and to no topic, by what they say. */
public final class PageLines {
    private static final int MOST_LINE = 200;
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
    private static final Pattern WAY_AT_END = Pattern.compile(
            "[^\\p{L}\\d.!?。”\"')]*+(?:\\b(?:back|return|go) to (?:the )?(?:page )?top|\\bpage top|(?-i:(?<=\\p{Ll})PAGE TOP))\\W*+$|(?<=[^\\s#])\\s*+[#¶§]$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOOTER = Pattern.compile(
            "copyright|©|\\(c\\)\\s*(?:\\d{4}\\W*)?(?:japan\\s+)?ministry|all rights reserved",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:ichigaya|shinjuku|tokyo|minato-ku|akasaka).*\\d{3}-\\d{4}|〒\\s*\\d{3}|\\btel\\b\\W*[+\\d(].*\\d{4}",
            Pattern.CASE_INSENSITIVE);
    /** Without one of these no line is a footer; they are found sooner than the patterns are tried. */
    private static final PhraseIndex<Boolean> FOOTER_SIGNS = new PhraseIndex<>(Stream.of(
                    "copyright",
                    "(c)",
                    "all rights reserved",
                    "ichigaya",
                    "shinjuku",
                    "tokyo",
                    "minato-ku",
                    "akasaka",
                    "tel")
            .collect(Collectors.toMap(sign -> sign, sign -> true)));

    /** What a site tells its visitors on itself, above or below its news. */
    private static final Pattern NOTICE = Pattern.compile(
            ".*\\b(?:uses?|use of|accept) cookies\\b.*|.*\\badobe (?:acrobat )?reader\\b.*"
                    + "|posted on\\b.{0,40}\\b(?:19|20)\\d\\d\\b.{0,40}|posted in\\b.{0,60}\\btagged\\b.{0,80}"
                    + "|share this(?: page| article| post)?\\W*"
                    + "|(?:last |date )?(?:updated|modified)(?: on)?\\s*:.{0,40}|(?:text|font|character) size\\b.{0,40}",
            Pattern.CASE_INSENSITIVE);

    /** Without one of these no line is such a notice. */
    private static final List<String> NOTICE_SIGNS =
            List.of(" cookies", "reader", "updated", "modified", " size", "posted ", "share ");

    private static final int MOST_NOTICE = 300;

    private static final LinePattern CRUMB = new LinePattern(
            MOST_LINE,
            List.of("home", "top", "mod"),
            LinePattern.NONE,
            Pattern.compile("\\W*(?:home|top(?:\\s*page)?|mod)\\s*[>›»＞/|→].*", Pattern.CASE_INSENSITIVE));
    /** The numbers of an article's pages, with a way to the next. */
    private static final Pattern PAGES = Pattern.compile(
            "(?:\\W*+(?:\\d{1,2}(?!\\d)))++\\W++(?:next|last)(?: page)?\\W*+|\\W*+(?:prev(?:ious)?|first)(?: page)?(?:\\W++\\d{1,2}(?!\\d))++\\W*+(?:\\W(?:next|last)(?: page)?\\W*+)?",
            Pattern.CASE_INSENSITIVE);

    /** A slash stands in {@code 2021/03} too. */
    private static final Pattern GREAT_STEP = Pattern.compile("[>›»＞|→]");

    private static final Pattern STEP = Pattern.compile("[>›»＞/|→]");
    private static final Set<String> CONTACT = Set.of(
            "contact",
            "contacts",
            "contactus",
            "contactinformation",
            "inquiries",
            "inquiry",
            "forinquiries",
            "enquiries");
    private static final Set<String> FURNITURE = Set.of(
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
        Matcher way = WAY_AT_END.matcher(text).region(Math.max(0, text.length() - MOST_WAY), text.length());
        boolean found = way.find() && Words.hasLetters(text.substring(0, way.start()));
        return found ? text.substring(0, way.start()).stripTrailing() : text;
    }

    /** Whether it leads back to the top of the page. */
    static boolean isTop(String text) {
        return TOP.matches(text);
    }

    /** Whether it is the ministry's address or the notice of its rights. */
    static boolean isFooter(String text) {
        return text.length() <= MOST_LINE
                && hasFooterSign(text)
                && (FOOTER.matcher(text).find() || (ADDRESS.matcher(text).find() && !Words.endsSentence(text)));
    }

    private static boolean hasFooterSign(String text) {
        // a postal mark stands right before its number and a copyright sign before its year, so neither is a word
        return text.indexOf('〒') >= 0
                || text.indexOf('©') >= 0
                || !FOOTER_SIGNS.longest(Passage.of(text)).isEmpty();
    }

    /** Whether words stand, as a heading, over how to reach the ministry. */
    static boolean isContact(String heading) {
        return heading.length() <= 40 && CONTACT.contains(Words.key(heading));
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
        return (text.length() <= 40
                        && (FURNITURE.contains(Words.key(text))
                                || PAGES.matcher(text).matches()))
                || isNotice(text);
    }

    private static boolean isNotice(String text) {
        return text.length() <= MOST_NOTICE
                && hasNoticeSign(text.toLowerCase(Locale.ROOT))
                && NOTICE.matcher(text).matches();
    }

    private static boolean hasNoticeSign(String text) {
        for (String sign : NOTICE_SIGNS) {
            if (text.contains(sign)) {
                return true;
            }
        }
        return false;
    }
}
