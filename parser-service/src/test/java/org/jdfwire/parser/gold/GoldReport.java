package org.jdfwire.parser.gold;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.ParseResult;

/**
 * The gold set's report as text: each measure over all pages, its F1 by era, and the words of the body beside general
 * extractors.
 *
 * <p>The body of a page is its headings, each once, and its paragraphs. Only pages with news are compared, and feeds are
 * left out; the extractors get the page decoded as it was written, so that no encoding counts against them.
 */
final class GoldReport {
    private final List<GoldPage> pages;
    private final GoldScore all = new GoldScore();
    private final Map<String, GoldScore> eras = new TreeMap<>();

    GoldReport(List<GoldPage> pages) {
        this.pages = pages;
        for (GoldPage page : pages) {
            all.add(page);
            eras.computeIfAbsent(page.era(), era -> new GoldScore()).add(page);
        }
    }

    GoldScore score() {
        return all;
    }

    /** Returns how the words of the bodies that a reader of pages gives compare with those expected. */
    Tally body(Function<GoldPage, List<String>> reader) {
        return pages.stream()
                .filter(GoldPage::isArticle)
                .map(page -> Tally.of(Bag.words(reader.apply(page)), Bag.words(expectedBody(page))))
                .reduce(Tally.NONE, Tally::plus);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int topics =
                pages.stream().mapToInt(page -> page.expected().news().size()).sum();
        text.append("Gold set: ").append(pages.size()).append(" pages, ");
        text.append(topics).append(" topics\n\n");
        text.append(row("measure", "precision", "recall", "F1", "right/found/expected"));
        for (Measure measure : Measure.values()) {
            text.append(row(measure.toString(), all.tally(measure)));
        }
        text.append("\nF1 by era\n");
        text.append(eraRow(
                "",
                measure -> measure.toString()
                        .substring(0, Math.min(9, measure.toString().length()))));
        eras.forEach((era, score) ->
                text.append(eraRow(era, measure -> percent(score.tally(measure).f1()))));
        text.append("\nWords of the body, of ")
                .append(pages.stream().filter(GoldPage::isArticle).count())
                .append(" pages\n");
        text.append(row("this parser", body(GoldReport::parsedBody)));
        for (GeneralExtractor extractor : GeneralExtractor.values()) {
            text.append(row(
                    extractor.name().toLowerCase(Locale.ROOT),
                    body(page -> List.of(extractor.body(page.expected().url(), decoded(page))))));
        }
        return text.toString();
    }

    private static String row(String name, Tally tally) {
        return row(
                name,
                percent(tally.precision()),
                percent(tally.recall()),
                percent(tally.f1()),
                tally.common() + "/" + tally.found() + "/" + tally.expected());
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-15s %9s %9s %9s  %s%n", (Object[]) cells);
    }

    private static String eraRow(String era, Function<Measure, String> cell) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-11s", era));
        Arrays.stream(Measure.values())
                .forEach(measure -> row.append(String.format(Locale.ROOT, " %9s", cell.apply(measure))));
        return row.append('\n').toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share);
    }

    /** Returns the text of a page in the encoding it was written in. */
    static String decoded(GoldPage page) {
        String text = new String(page.body(), Charset.forName(page.expected().charset()));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static List<String> parsedBody(GoldPage page) {
        List<String> texts = new ArrayList<>();
        if (page.parsed() instanceof ParseResult.Parsed parsed) {
            String heading = "";
            for (Topic topic : parsed.topics()) {
                add(texts, heading, topic.title(), topic.paragraphs());
                heading = topic.title();
            }
        }
        return texts;
    }

    private static List<String> expectedBody(GoldPage page) {
        List<String> texts = new ArrayList<>();
        String heading = "";
        for (Expected.News news : page.expected().news()) {
            add(texts, heading, news.title(), news.paragraphs());
            heading = news.title();
        }
        return texts;
    }

    private static void add(List<String> texts, String headingBefore, String title, List<String> paragraphs) {
        if (!title.equals(headingBefore)) {
            texts.add(title);
        }
        texts.addAll(paragraphs);
    }
}
