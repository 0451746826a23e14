package org.jdfwire.parser.layout;

import java.time.YearMonth;
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
import org.jspecify.annotations.Nullable;

/** Recognizes the lines that belong to the page and to no topic, by what they say. */
public final class PageLines {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH_YEAR =
            "((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?\\s*,?\\s*((?:19|20)\\d\\d)";
    private static final Pattern ISSUE_MONTH = Pattern.compile("(?<![a-z])" + MONTH_YEAR, Pattern.CASE_INSENSITIVE);
    private static final Pattern ISSUE_NUMBER =
            Pattern.compile("\\bno\\.?\\s*(\\d{1,3})(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("japan\\s*defen[sc]e\\s*focus", Pattern.CASE_INSENSITIVE);
    private static final String OWNER =
            "(?:(?:japan\\s+)?(?:ministry of defense|defense agency)(?:\\W++(?:japan|mod))*)";
    private static final int MOST_LINE = 200;
    // possessive: given back sign by sign, a line of dashes would be tried in millions of ways
    private static final LinePattern HEADER = new LinePattern(
            MOST_LINE,
            Stream.concat(Stream.of("japan", "jdf", "ministry of", "defense agency", "no", "vol"), MONTHS.stream())
                    .toList(),
            LinePattern.NONE,
            Pattern.compile(
                    "\\W*+" + OWNER
                            + "?\\W*+(?:jdf\\b)?\\W*+(?:japan\\s*defen[sc]e\\s*focus)?\\W*+(?:jdf\\b)?\\W*+(?:(?:no|vol)\\.?\\s*\\d{1,3})?\\W*+(?:"
                            + MONTH_YEAR + ")?\\W*+",
                    Pattern.CASE_INSENSITIVE));
    private static final LinePattern SITE = new LinePattern(
            MOST_LINE,
            List.of("japan", "ministry of", "defense agency", "mod"),
            '防',
            Pattern.compile(
                    "\\W*+" + OWNER + "\\W*+|\\W*+(?:japan\\s+)?mod\\W*+|\\W*防衛省.{0,20}", Pattern.CASE_INSENSITIVE));
    private static final LinePattern TOP = new LinePattern(
            40,
            List.of("back", "return", "go", "jump", "the", "page", "top"),
            'ペ',
            Pattern.compile(
                    "\\W*(?:(?:back|return|go|jump)\\s+to\\s+)?(?:the\\s+)?(?:page\\s*)?top(?:\\s+of\\s+(?:this\\s+|the\\s+)?page)?\\W*"
                            + "|.{0,3}(?:この)?ページ(?:の)?(?:トップ|先頭|上部).{0,6}",
                    Pattern.CASE_INSENSITIVE));
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
                    + "|(?:last |date )?(?:updated|modified)(?: on)?\\s*:.{0,40}|(?:text|font|character) size\\b.{0,40}",
            Pattern.CASE_INSENSITIVE);

    /** Without one of these no line is such a notice. */
    private static final List<String> NOTICE_SIGNS = List.of(" cookies", "reader", "updated", "modified", " size");

    private static final int MOST_NOTICE = 300;

    private static final LinePattern CRUMB = new LinePattern(
            MOST_LINE,
            List.of("home", "top", "mod"),
            LinePattern.NONE,
            Pattern.compile("\\W*(?:home|top(?:\\s*page)?|mod)\\s*[>›»＞/|→].*", Pattern.CASE_INSENSITIVE));
    private static final Pattern STEP = Pattern.compile("[>›»＞/|→]");
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
            "pagetop");

    private PageLines() {}

    /** Whether it names the magazine, its number or its month and nothing else. */
    public static boolean isHeader(String text) {
        return HEADER.matches(text) && Words.hasLetters(text);
    }

    /** Whether it names the magazine anywhere. */
    public static boolean namesTheMagazine(String text) {
        return NAME.matcher(text).find();
    }

    /** Returns the issue number that a line states, or null. */
    public static @Nullable Integer issueNumber(String text) {
        int from = firstNo(text);
        if (from < 0) {
            return null;
        }
        Matcher matcher = ISSUE_NUMBER.matcher(text);
        return matcher.find(from) && Integer.parseInt(matcher.group(1)) > 0 ? Integer.valueOf(matcher.group(1)) : null;
    }

    /** Returns where the first {@code no} stands that no letter follows, or -1: sooner told than by the pattern. */
    private static int firstNo(String text) {
        for (int at = 0; at + 2 < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == 'n' || c == 'N')
                    && (text.charAt(at + 1) == 'o' || text.charAt(at + 1) == 'O')
                    && !Character.isLetter(text.charAt(at + 2))) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the month that a line states, or null. */
    public static @Nullable YearMonth month(String text) {
        if (!text.contains("19") && !text.contains("20")) {
            return null;
        }
        Matcher matcher = ISSUE_MONTH.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT).substring(0, 3);
        return YearMonth.of(Integer.parseInt(matcher.group(2)), MONTHS.indexOf(name) + 1);
    }

    /** Whether it is the name of the ministry and nothing else. */
    static boolean isSite(String text) {
        return SITE.matches(text);
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

    /** Whether it shows the way from the home page to this one. */
    public static boolean isCrumb(String text) {
        return CRUMB.matches(text);
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

    /** Returns a line without the number of an issue, so {@code NO.8 TOPICS} is TOPICS. */
    public static String withoutIssue(String text) {
        return ISSUE_NUMBER.matcher(text).replaceAll("").strip();
    }

    /** Whether it is a control of the page, such as Back or Print, or a notice on the site itself. */
    static boolean isFurniture(String text) {
        return (text.length() <= 40 && FURNITURE.contains(Words.key(text))) || isNotice(text);
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
