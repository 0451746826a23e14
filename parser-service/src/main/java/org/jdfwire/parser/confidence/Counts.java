package org.jdfwire.parser.confidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.field.DateReader;
import org.jdfwire.parser.repair.TextRepair;
import org.jdfwire.parser.text.Words;
import org.jdfwire.parser.topic.TopicDraft;

/** Counts a page's blocks and what its topics have of them. */
final class Counts {
    private static final String JAPAN = "JP";

    private Counts() {}

    /** Counts letters of sentences; what a page says twice counts once. */
    static Count text(List<Block> read, List<TopicDraft> drafts) {
        Set<String> told = new HashSet<>();
        for (TopicDraft draft : drafts) {
            told.add(draft.title());
            told.addAll(draft.paragraphs());
            for (Image image : draft.images()) {
                told.add(image.caption() == null ? "" : image.caption());
            }
        }
        Set<String> said = new HashSet<>();
        int found = 0;
        int of = 0;
        for (Block block : read) {
            if (block instanceof Block.Text text && Words.isProse(text.text()) && said.add(text.text())) {
                int letters = text.text().length();
                of += letters;
                found += isTold(text.text(), told) || isFused(text.text(), drafts) ? letters : 0;
            }
        }
        return new Count(Measure.TEXT, found, of);
    }

    /** Whether a topic has a text, be it with its damage undone. */
    private static boolean isTold(String text, Set<String> told) {
        return told.contains(text) || told.contains(new TextRepair().mend(text));
    }

    /** Whether a text is a heading and the first paragraph under it: one may have been fused to the other. */
    private static boolean isFused(String text, List<TopicDraft> drafts) {
        for (TopicDraft draft : drafts) {
            String title = draft.title();
            String first =
                    draft.paragraphs().isEmpty() ? "" : draft.paragraphs().get(0);
            if (!first.isEmpty()
                    && text.length() == title.length() + 1 + first.length()
                    && text.startsWith(title)
                    && text.charAt(title.length()) == ' '
                    && text.endsWith(first)) {
                return true;
            }
        }
        return false;
    }

    /** Counts headings; one over deeper headings has the words under those. */
    static Count headings(List<Block> content) {
        int found = 0;
        int of = 0;
        List<Block.Heading> open = new ArrayList<>();
        for (Block block : content) {
            if (block instanceof Block.Heading heading) {
                open.removeIf(above -> above.level() >= heading.level());
                open.add(heading);
                of++;
            } else if (block instanceof Block.Text) {
                found += open.size();
                open.clear();
            }
        }
        return new Count(Measure.HEADINGS, found, of);
    }

    static Count dates(List<Topic> topics) {
        int found = 0;
        int of = 0;
        for (Topic topic : topics) {
            if (!topic.occurred().isEmpty()) {
                found++;
                of++;
            } else if (namesADay(topic)) {
                of++;
            }
        }
        return new Count(Measure.DATES, found, of);
    }

    private static boolean namesADay(Topic topic) {
        IssueRef issue = topic.issue();
        boolean withYear = issue == null || issue.month() == null;
        if (withYear && DateReader.openWithoutYear(topic.paragraphs())) {
            // nobody can date it, and the days further on are those of something else
            return false;
        }
        return DayWords.in(topic.title(), withYear)
                || topic.paragraphs().stream().anyMatch(paragraph -> DayWords.in(paragraph, withYear));
    }

    static Count flags(List<TopicDraft> drafts, List<Topic> topics) {
        int found = 0;
        int of = 0;
        for (int i = 0; i < drafts.size(); i++) {
            int flags = drafts.get(i).flags().size();
            of += flags;
            found += Math.min(flags, byFlag(topics.get(i)));
        }
        return new Count(Measure.FLAGS, found, of);
    }

    static Count flagged(List<Topic> topics) {
        int found = 0;
        int of = 0;
        for (Topic topic : topics) {
            if (isAboutAnother(topic)) {
                of++;
                found += byFlag(topic) > 0 ? 1 : 0;
            }
        }
        return new Count(Measure.FLAGGED, found, of);
    }

    private static boolean isAboutAnother(Topic topic) {
        for (Country country : topic.countries()) {
            if (!country.code().equals(JAPAN)) {
                return true;
            }
        }
        return false;
    }

    private static int byFlag(Topic topic) {
        int flags = 0;
        for (Country country : topic.countries()) {
            flags += country.evidence() == Country.Evidence.FLAG ? 1 : 0;
        }
        return flags;
    }
}
