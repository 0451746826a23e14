package org.jdfwire.parser.confidence;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.topic.Confidence;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.topic.TopicDraft;
import org.jspecify.annotations.Nullable;

/** Says how sure the parser may be that it read a page as it is meant. */
public final class ConfidenceJudge {
    /** Below it something of the page is taken to be lost; half of the text lost is below, and five of five without what is expected. */
    private static final double LEAST = 0.65;

    private final Expectations expectations = Expectations.load();

    /**
     * A page while it is read.
     *
     * @param source its text
     * @param layout name of its layout
     * @param section of the issue, or null
     * @param read all its blocks
     * @param content its blocks without the furniture
     */
    public record Reading(
            String source, String layout, @Nullable String section, List<Block> read, List<Block> content) {}

    /**
     * Judges a page.
     *
     * @param drafts its topics before their fields were read
     * @param topics its topics, one for each draft
     */
    public Confidence judge(Reading page, List<TopicDraft> drafts, List<Topic> topics) {
        List<Confidence.Measure> measures = new ArrayList<>();
        double lowest = 1;
        for (Count count : List.of(
                Counts.text(page.read(), drafts),
                Counts.headings(page.content()),
                Counts.dates(topics),
                Counts.flags(drafts, topics),
                Counts.flagged(topics),
                Ending.of(page.source(), topics))) {
            if (count.of() > 0) {
                Double expected = expectations.of(page.layout(), page.section(), count.measure());
                lowest = expected == null ? lowest : Math.min(lowest, count.score(expected));
                measures.add(new Confidence.Measure(
                        count.measure().text(), count.found(), count.of(), expected == null ? null : digits(expected)));
            }
        }
        return new Confidence(digits(lowest), measures);
    }

    /** Returns whether it is enough to believe what was read. */
    public static boolean suffices(Confidence confidence) {
        return confidence.score() >= LEAST;
    }

    /** Returns the numbers in a sentence. */
    public static String detail(Confidence confidence) {
        StringBuilder detail =
                new StringBuilder("confidence: " + confidence.score() + " (expected: at least " + LEAST + ")");
        for (Confidence.Measure measure : confidence.measures()) {
            detail.append("; ")
                    .append(measure.name())
                    .append(' ')
                    .append(measure.found())
                    .append(" of ")
                    .append(measure.of());
            if (measure.expected() != null) {
                detail.append(", usually ").append(measure.expected());
            }
        }
        return detail.toString();
    }

    private static double digits(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
