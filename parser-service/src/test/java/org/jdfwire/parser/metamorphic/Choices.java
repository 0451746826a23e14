package org.jdfwire.parser.metamorphic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Draws from a seeded source and remembers what was drawn, so that a failure can be named and made again. */
final class Choices {
    private final Random random;
    private final Map<String, String> chosen = new TreeMap<>();

    Choices(long seed) {
        // neighboring seeds begin with nearly the same numbers
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Returns one of the options, and writes it down under that name. */
    String of(String name, List<String> options) {
        String option = one(options);
        chosen.put(name, option.strip());
        return option;
    }

    String of(String name, String... options) {
        return of(name, List.of(options));
    }

    /** Returns one of the options without a note. */
    <T> T one(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Returns a number from the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** Returns some of the options in random order, none twice. */
    <T> List<T> some(List<T> options, int count) {
        List<T> left = new ArrayList<>(options);
        List<T> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(left.remove(random.nextInt(left.size())));
        }
        return some;
    }

    Map<String, String> chosen() {
        return chosen;
    }
}
