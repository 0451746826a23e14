package org.jdfwire.parser.gold;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.ParseResult;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** Counts, measure by measure, what the parser found on pages against what a reader finds. */
final class GoldScore {
    private static final double SAME_TOPIC = 90;

    private final Map<Measure, Tally> tallies = new EnumMap<>(Measure.class);
    private final List<String> differences = new ArrayList<>();

    /** Counts one page. */
    void add(GoldPage page) {
        ParseResult result = page.parsed();
        List<Topic> found = result instanceof ParseResult.Parsed parsed ? parsed.topics() : List.of();
        List<Expected.News> expected = page.expected().news();
        compare(page, Measure.PAGES, List.of(stated(result)), List.of(stated(page.expected())));
        compare(
                page,
                Measure.TITLES,
                found.stream().map(Topic::title).toList(),
                expected.stream().map(Expected.News::title).toList());
        for (TopicPairs.Pair pair : TopicPairs.of(expected, found)) {
            count(Measure.TOPICS, new Tally(isSame(pair) ? 1 : 0, one(pair.found()), one(pair.expected())));
            compare(page, pair);
        }
    }

    Tally tally(Measure measure) {
        return tallies.getOrDefault(measure, Tally.NONE);
    }

    /** Returns a line for each thing that is missing or too much. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    private void compare(GoldPage page, TopicPairs.Pair pair) {
        Fields found = Fields.of(pair.found());
        Fields expected = Fields.of(pair.expected());
        Tally words = Tally.of(Bag.words(found.paragraphs()), Bag.words(expected.paragraphs()));
        count(Measure.PARAGRAPHS, words);
        compare(page, Measure.DIVISION, keys(found.paragraphs()), keys(expected.paragraphs()));
        compare(page, Measure.DATES, found.dates(), expected.dates());
        compare(page, Measure.COUNTRIES, found.countries(), expected.countries());
        compare(page, Measure.EVIDENCE, found.evidence(), expected.evidence());
        compare(page, Measure.PEOPLE, found.people(), expected.people());
        compare(page, Measure.ROLES, found.roles(), expected.roles());
        compare(page, Measure.NATIONS, found.nations(), expected.nations());
        compare(page, Measure.ORGANIZATIONS, found.organizations(), expected.organizations());
        compare(page, Measure.KIND, found.kinds(), expected.kinds());
    }

    private void compare(GoldPage page, Measure measure, List<String> found, List<String> expected) {
        Tally tally = Tally.of(Bag.of(found), Bag.of(expected));
        count(measure, tally);
        if (!tally.isWhole()) {
            differences.add(measure + "  " + page + "  found: " + without(found, expected) + "  expected: "
                    + without(expected, found));
        }
    }

    private void count(Measure measure, Tally tally) {
        tallies.merge(measure, tally, Tally::plus);
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }

    private static List<String> keys(List<String> paragraphs) {
        return paragraphs.stream().map(Words::key).toList();
    }

    private static int one(@Nullable Object thing) {
        return thing == null ? 0 : 1;
    }

    private static boolean isSame(TopicPairs.Pair pair) {
        if (pair.found() == null || pair.expected() == null) {
            return false;
        }
        Tally words = Tally.of(
                Bag.words(pair.found().paragraphs()), Bag.words(pair.expected().paragraphs()));
        return pair.found().title().equals(pair.expected().title()) && words.f1() >= SAME_TOPIC;
    }

    private static String stated(Expected page) {
        if (page.reject() != null) {
            return page.reject();
        }
        return stated(page.issue(), page.month(), page.section());
    }

    private static String stated(ParseResult result) {
        if (result instanceof ParseResult.Rejected rejected) {
            return rejected.reject().reason().text();
        }
        ParseResult.Parsed parsed = (ParseResult.Parsed) result;
        IssueRef issue = parsed.manifest().issue();
        String month =
                issue == null || issue.month() == null ? null : issue.month().toString();
        return stated(
                issue == null ? null : issue.number(), month, parsed.manifest().section());
    }

    private static String stated(@Nullable Integer issue, @Nullable String month, @Nullable String section) {
        return "No." + issue + " " + month + " " + Objects.requireNonNullElse(section, "-");
    }
}
