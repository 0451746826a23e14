package org.jdfwire.parser.gold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the topics found on a page with the expected ones: those with the most words in common first, never with less
 * than a third of the words of the longer one, and in the page's order where that decides nothing.
 */
final class TopicPairs {
    private static final double LEAST_COMMON = 1.0 / 3;

    /**
     * One topic, or two that tell the same.
     *
     * @param expected null where nobody expected it
     * @param found null where it was not found
     */
    record Pair(Expected.@Nullable News expected, @Nullable Topic found) {}

    private record Candidate(int expected, int found, int common) {}

    private TopicPairs() {}

    static List<Pair> of(List<Expected.News> expected, List<Topic> found) {
        boolean[] expectedTaken = new boolean[expected.size()];
        boolean[] foundTaken = new boolean[found.size()];
        List<Pair> pairs = new ArrayList<>();
        for (Candidate candidate : candidates(expected, found)) {
            if (!expectedTaken[candidate.expected()] && !foundTaken[candidate.found()]) {
                expectedTaken[candidate.expected()] = true;
                foundTaken[candidate.found()] = true;
                pairs.add(new Pair(expected.get(candidate.expected()), found.get(candidate.found())));
            }
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!expectedTaken[i]) {
                pairs.add(new Pair(expected.get(i), null));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            if (!foundTaken[i]) {
                pairs.add(new Pair(null, found.get(i)));
            }
        }
        return pairs;
    }

    private static List<Candidate> candidates(List<Expected.News> expected, List<Topic> found) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            Bag wanted = words(expected.get(i).title(), expected.get(i).paragraphs());
            for (int j = 0; j < found.size(); j++) {
                Bag words = words(found.get(j).title(), found.get(j).paragraphs());
                int common = wanted.common(words);
                if (common >= LEAST_COMMON * Math.max(wanted.size(), words.size())) {
                    candidates.add(new Candidate(i, j, common));
                }
            }
        }
        candidates.sort(Comparator.comparingInt((Candidate candidate) -> -candidate.common())
                .thenComparingInt(candidate -> Math.abs(candidate.expected() - candidate.found())));
        return candidates;
    }

    static Bag words(String title, List<String> paragraphs) {
        List<String> texts = new ArrayList<>(paragraphs);
        texts.add(title);
        return Bag.words(texts);
    }
}
