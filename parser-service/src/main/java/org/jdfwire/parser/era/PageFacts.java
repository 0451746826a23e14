package org.jdfwire.parser.era;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.layout.HeaderLines;
import org.jdfwire.parser.layout.Line;
import org.jdfwire.parser.layout.PageLines;
import org.jdfwire.parser.layout.Sections;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** What tells layouts apart: a page's address, its title, and the lines above its first news. */
public final class PageFacts {
    private static final int MOST_HEADER_BLOCKS = 60;
    private static final double MOST_LINKED = 0.5;

    private static final Pattern MISSING = Pattern.compile(
            "^\\W*(?:error\\W*)?40[34]\\b"
                    + "|^(?:(?:the )?(?:requested )?(?:page|file|document|object|url)(?: (?:is|was|could|can))? )?not (?:be )?found\\b|見つかりません",
            Pattern.CASE_INSENSITIVE);

    private static final String RUNNING_LABEL = ".indd";

    private final @Nullable PageAddress address;
    private final boolean ofTheMinistry;
    private final String title;
    private final List<String> titleParts;
    private final List<String> header = new ArrayList<>();
    private final List<String> crumbs = new ArrayList<>();
    private final List<String> asides;
    private final int runningLabels;
    private final String firstHeading;
    private final @Nullable Integer number;

    private PageFacts(String url, String title, List<Line> lines, List<String> menus) {
        this.asides = new ArrayList<>(menus);
        this.address = PageAddress.of(url);
        this.ofTheMinistry = PageAddress.isOfTheMinistry(url);
        this.title = title;
        this.titleParts = List.of(title.split("\\|"));
        readLinesAboveNews(lines);
        this.runningLabels = runningLabels(lines);
        this.firstHeading = firstHeading(lines);
        this.number = address != null && address.number() != null
                ? address.number()
                : numberIn(lines(header, crumbs, titleParts));
    }

    private static int runningLabels(List<Line> lines) {
        int labels = 0;
        for (Line line : lines) {
            labels += line.words().contains(RUNNING_LABEL) ? 1 : 0;
        }
        return labels;
    }

    private static String firstHeading(List<Line> lines) {
        for (Line line : lines) {
            if (line.block() instanceof Block.Heading) {
                return line.words();
            }
        }
        return "";
    }

    static PageFacts of(String url, String title, List<Line> lines, List<String> menus) {
        return new PageFacts(url, title, lines, menus);
    }

    boolean isOfTheMagazine() {
        return address != null || (!ofTheMinistry && HeaderLines.namesTheMagazine(title));
    }

    /** Whether a server that has no such page says so in its place, in the title or in the first heading. */
    boolean isMissing() {
        return !HeaderLines.namesTheMagazine(title)
                && (MISSING.matcher(title).find()
                        || MISSING.matcher(firstHeading).find());
    }

    /** Returns the number of the issue by the address, or else by what the page says; null where neither tells it. */
    public @Nullable Integer number() {
        return number;
    }

    boolean isIssue(int first, int last) {
        return number != null && number >= first && number <= last;
    }

    boolean hasNumberInAddress() {
        return address != null && address.number() != null;
    }

    /** Returns the name of the file without ending, empty for a folder; null where the address does not tell. */
    @Nullable
    String file() {
        return address == null ? null : address.file();
    }

    /** Whether it lies in a folder of that name, at any depth under the magazine's own. */
    boolean isUnder(String folder) {
        return address != null && address.folders().contains(folder);
    }

    /** Returns how many blocks hold the label of a printer's file. */
    int runningLabels() {
        return runningLabels;
    }

    /** Returns the parts of the title, between its bars. */
    List<String> titleParts() {
        return titleParts;
    }

    boolean hasIndexTitle() {
        String first = Words.key(title.split("\\|", 2)[0]);
        return first.equals("index") || first.equals("contents") || first.startsWith("backnumber");
    }

    /** Returns the lines above the first news that name the magazine, its number, its month or a section. */
    List<String> header() {
        return header;
    }

    /** Returns the last steps of the ways from the home page, such as {@code NO.8 TOPICS}. */
    List<String> crumbs() {
        return crumbs;
    }

    /** Returns the month that a menu or a step of the way from the home page states beside this issue's number, or null. */
    @Nullable
    YearMonth monthAside() {
        List<String> beside = new ArrayList<>();
        for (String line : asides) {
            if (HeaderLines.isHeader(line) && Objects.equals(number, HeaderLines.issueNumber(line))) {
                beside.add(line);
            }
        }
        return monthIn(beside);
    }

    @SafeVarargs
    final List<String> lines(List<String>... sources) {
        List<String> lines = new ArrayList<>();
        for (List<String> source : sources) {
            lines.addAll(source);
        }
        return lines;
    }

    static @Nullable YearMonth monthIn(List<String> lines) {
        return first(lines, HeaderLines::month);
    }

    static @Nullable String sectionIn(List<String> lines) {
        return first(lines, line -> Sections.named(HeaderLines.withoutIssue(line)));
    }

    private static @Nullable Integer numberIn(List<String> lines) {
        return first(lines, HeaderLines::issueNumber);
    }

    /** Returns what the first line states that states any, or null. */
    private static <T> @Nullable T first(List<String> lines, Function<String, @Nullable T> reading) {
        for (String line : lines) {
            T stated = reading.apply(line);
            if (stated != null) {
                return stated;
            }
        }
        return null;
    }

    /**
     * Reads the lines above the first news. A site may tell its visitors something in sentences before them ({@code We use
     * cookies …}), so below the first sentences lines still count that name the magazine or the issue, and what follows
     * such a line.
     */
    private void readLinesAboveNews(List<Line> lines) {
        boolean aboveSentences = true;
        boolean afterName = false;
        for (Line line : lines.subList(0, Math.min(lines.size(), MOST_HEADER_BLOCKS))) {
            Block block = line.block();
            String text = line.words();
            aboveSentences = aboveSentences && !(block instanceof Block.Text && Words.isProse(text));
            boolean name =
                    line.header() && (HeaderLines.namesTheMagazine(text) || HeaderLines.issueNumber(text) != null);
            if ((aboveSentences || afterName || name) && !isOfAnother(block, text)) {
                readLine(text, line.header(), line.section());
            }
            if (block instanceof Block.Image image && image.caption() != null) {
                // the issue beside the magazine's emblem
                readLine(image.caption(), HeaderLines.isHeader(image.caption()), Sections.named(image.caption()));
            }
            afterName = name || (afterName && line.header());
        }
    }

    /**
     * Whether a line is about another issue: {@code No.132 (Feb. 2021)} in a list of them. One in the magazine's own name
     * that is no link is the page's header, though its address may have another number.
     */
    private boolean isOfAnother(Block block, String text) {
        boolean linked = block instanceof Block.Text line && line.linkShare() > MOST_LINKED;
        Integer stated = HeaderLines.issueNumber(text);
        if (stated == null) {
            return linked && HeaderLines.month(text) != null;
        }
        Integer own = address == null ? null : address.number();
        return own != null && !stated.equals(own) && (linked || !HeaderLines.namesTheMagazine(text));
    }

    private void readLine(String text, boolean isHeader, @Nullable String section) {
        if (PageLines.isCrumb(text)) {
            crumbs.add(PageLines.lastCrumb(text));
            asides.addAll(PageLines.crumbs(text));
        } else if (isHeader || section != null) {
            header.add(text);
            if (isHeader && Sections.named(HeaderLines.sectionOf(text)) != null) {
                header.add(HeaderLines.sectionOf(text));
            }
        }
    }
}
