package org.jdfwire.parser.layout;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** Recognizes the lines that say which magazine, issue, month and section a page is of, and reads them. */
public final class HeaderLines {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    static final String MONTH_YEAR =
            "((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?\\s*,?\\s*((?:19|20)\\d\\d)";
    private static final Pattern ISSUE_MONTH = Pattern.compile("(?<![a-z])" + MONTH_YEAR, Pattern.CASE_INSENSITIVE);
    /** {@code 2021 March} · {@code 2021.3} · {@code 2021/03}; a month only beside the number of the issue. */
    private static final String YEAR_FIRST =
            "((?:19|20)\\d\\d)(?:\\s*,?\\s*((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?"
                    + "|\\s?[./年]\\s?(0?[1-9]|1[0-2])月?(?![\\d./-]))";

    private static final Pattern ISSUE_YEAR_FIRST =
            Pattern.compile("(?<![\\d./-])" + YEAR_FIRST, Pattern.CASE_INSENSITIVE);
    /** Where two parts of a line stand without a gap the number ends before the year: {@code No.1332021 March}. */
    private static final String NUMBER_END = "(?:(?!\\d)|(?=" + YEAR_FIRST + "))";

    private static final Pattern ISSUE_NUMBER =
            Pattern.compile("\\bno\\.?\\s*(\\d{1,3})" + NUMBER_END, Pattern.CASE_INSENSITIVE);
    private static final Sign COUNTRY_IN_NAME = new Sign("japan");
    private static final Pattern NAME = Pattern.compile("japan\\s*defen[sc]e\\s*focus", Pattern.CASE_INSENSITIVE);
    static final String OWNER = "(?:(?:japan\\s+)?(?:ministry of defense|defense agency)(?:\\W++(?:japan|mod))*)";
    private static final int MOST_LINE = 200;
    private static final int MOST_SECTION_WORDS = 3;
    private static final int MOST_HEADER = 80;
    private static final Pattern NUMBER_WITH_WORD =
            Pattern.compile("\\b(?:issue\\W{1,2})?no\\.?\\s*\\d{1,3}" + NUMBER_END, Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_OR_SHORT =
            Pattern.compile("japan\\s*defen[sc]e\\s*focus|\\bjdf\\b", Pattern.CASE_INSENSITIVE);
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

    private HeaderLines() {}

    /** Whether it names the magazine, its number or its month and nothing else. */
    public static boolean isHeader(String text) {
        return text.length() <= MOST_LINE
                && ((HEADER.mayBegin(text) && (HEADER.matches(text) || isHeaderWithSection(text)))
                        || isHeaderInOtherOrder(text))
                && Words.hasLetters(text);
    }

    private static boolean statesAnIssue(String text) {
        return issueNumber(text) != null || monthFirst(text) != null;
    }

    private static boolean isHeaderWithSection(String text) {
        return statesAnIssue(text) && HEADER.matches(withoutSection(text));
    }

    /** Whether nothing is left of a line once the magazine's name, number, month and section are taken out of it. */
    private static boolean isHeaderInOtherOrder(String line) {
        if (line.length() > MOST_HEADER || issueNumber(line) == null) {
            return false;
        }
        String rest = ISSUE_MONTH.matcher(line).replaceAll("|");
        rest = NUMBER_WITH_WORD.matcher(rest).replaceAll("|");
        rest = ISSUE_YEAR_FIRST.matcher(rest).replaceAll("|");
        rest = NAME_OR_SHORT.matcher(rest).replaceAll("|");
        return !Words.hasLetters(rest) || Sections.named(rest) != null;
    }

    /** Returns a line without the name of a section at its end, as where a page sets both on lines of one paragraph. */
    private static String withoutSection(String line) {
        int words = line.length();
        for (int i = 0; i < MOST_SECTION_WORDS && words > 0; i++) {
            words = line.lastIndexOf(' ', words - 1);
            if (words > 0 && Sections.named(line.substring(words)) != null) {
                return line.substring(0, words);
            }
        }
        return line;
    }

    /** Returns the section that a header line ends in, or the line itself where it ends in none. */
    public static String sectionOf(String header) {
        String line = withoutSection(header);
        return line.length() < header.length() ? header.substring(line.length()).strip() : header;
    }

    /** Whether it names the magazine anywhere. */
    public static boolean namesTheMagazine(String text) {
        return COUNTRY_IN_NAME.isIn(text) && NAME.matcher(text).find();
    }

    /** Returns the issue number that a line states, or null. */
    public static @Nullable Integer issueNumber(String text) {
        int from = firstNumber(text);
        if (from < 0) {
            return null;
        }
        Matcher matcher = ISSUE_NUMBER.matcher(text);
        int number = matcher.find(from) ? Integer.parseInt(matcher.group(1)) : 0;
        return number > 0 ? Integer.valueOf(number) : null;
    }

    /** Returns where the first {@code no} stands that a digit follows, or -1: sooner told than by the pattern. */
    private static int firstNumber(String text) {
        for (int at = 2; at < text.length(); at++) {
            int no = isDigit(text.charAt(at)) && !isDigit(text.charAt(at - 1)) ? noBefore(at, text) : -1;
            if (no >= 0) {
                return no;
            }
        }
        return -1;
    }

    /** Returns where the {@code no} begins that stands right before a number, a dot and gaps aside, or -1. */
    private static int noBefore(int number, String text) {
        int end = number;
        while (end > 0 && Words.isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (end > 0 && text.charAt(end - 1) == '.') {
            end--;
        }
        return text.regionMatches(true, end - 2, "no", 0, 2) ? end - 2 : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns the month that a line states, or null. */
    public static @Nullable YearMonth month(String text) {
        YearMonth month = monthFirst(text);
        return month != null || !hasCentury(text) || !isHeaderInOtherOrder(text) ? month : yearFirst(text);
    }

    private static boolean hasCentury(String text) {
        return text.contains("19") || text.contains("20");
    }

    private static @Nullable YearMonth monthFirst(String text) {
        if (!isBehindWord("19", text) && !isBehindWord("20", text)) {
            return null;
        }
        Matcher matcher = ISSUE_MONTH.matcher(text);
        return matcher.find() ? YearMonth.of(Integer.parseInt(matcher.group(2)), named(matcher.group(1))) : null;
    }

    /** Whether a year of a century stands where one does that a month is before: sooner told than by the pattern. */
    private static boolean isBehindWord(String century, String text) {
        for (int at = text.indexOf(century); at >= 0; at = text.indexOf(century, at + 1)) {
            int word = at - 1;
            while (word >= 0 && isBetweenMonthAndYear(text.charAt(word))) {
                word--;
            }
            if (word >= 0 && Character.isLetter(text.charAt(word))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetweenMonthAndYear(char c) {
        return Words.isSpace(c) || c == '.' || c == ',';
    }

    private static @Nullable YearMonth yearFirst(String text) {
        Matcher matcher =
                ISSUE_YEAR_FIRST.matcher(NUMBER_WITH_WORD.matcher(text).replaceAll("|"));
        if (!matcher.find()) {
            return null;
        }
        int month = matcher.group(2) != null ? named(matcher.group(2)) : Integer.parseInt(matcher.group(3));
        return YearMonth.of(Integer.parseInt(matcher.group(1)), month);
    }

    private static int named(String month) {
        return MONTHS.indexOf(month.toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
    }

    /** Returns a line without the number of an issue, so {@code NO.8 TOPICS} is TOPICS. */
    public static String withoutIssue(String text) {
        return ISSUE_NUMBER.matcher(text).replaceAll("").strip();
    }
}
