package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

/**
 * Damaged pages give topics that are sound in themselves, or a reason; never an exception.
 *
 * <p>{@code -Djdfwire.mutations=200000} makes the run longer. A failure names the number of its mutation.
 */
class FuzzTest {
    private static final int MUTATIONS = Integer.getInteger("jdfwire.mutations", 20_000);
    /** Read before the clock runs: the first pages load classes and tables. */
    private static final int WARM_UP = 300;

    private static final Path GOLD = Path.of("src/test/resources/org/jdfwire/parser/gold");

    @Test
    void readsDamagedPagesWithoutAnException() throws IOException {
        Mutations mutations = new Mutations(pages());
        for (long number = 0; number < Math.min(WARM_UP, MUTATIONS); number++) {
            parse(number, mutations.mutation(number));
        }
        long slowest = 0;
        long slowestNumber = 0;
        int parsed = 0;
        for (long number = 0; number < MUTATIONS; number++) {
            byte[] page = mutations.mutation(number);
            long start = System.nanoTime();
            ParseResult result = parse(number, page);
            long taken = System.nanoTime() - start;
            if (taken > slowest) {
                slowest = taken;
                slowestNumber = number;
            }
            if (result instanceof ParseResult.Parsed read) {
                parsed++;
                check(number, page, read);
            }
        }
        System.out.printf(
                "mutations: %,d (numbers from 0), %,d with topics, slowest: number %d with %d ms, heap after: %d MB%n",
                MUTATIONS, parsed, slowestNumber, slowest / 1_000_000, heapMegabytes());
        assertThat(parsed).as("mutations that still have topics").isGreaterThan(MUTATIONS / 4);
    }

    private static ParseResult parse(long number, byte[] page) {
        try {
            return Pages.parse(Pages.URL, page);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("mutation " + number, e);
        }
    }

    private static void check(long number, byte[] page, ParseResult.Parsed read) {
        List<String> ids = read.topics().stream().map(Topic::topicId).toList();
        assertThat(ids)
                .as("ids of mutation %d", number)
                .isEqualTo(read.manifest().topicIds());
        assertThat(new HashSet<>(ids)).as("ids of mutation %d", number).hasSameSizeAs(ids);
        for (Topic topic : read.topics()) {
            assertThat(Json.read(Json.bytes(topic), Topic.class))
                    .as("mutation %d", number)
                    .isEqualTo(topic);
            // a wide encoding has no more lines than bytes
            assertThat(topic.evidence().endLine()).as("mutation %d", number).isLessThanOrEqualTo(page.length);
            if (topic.issue() != null && topic.issue().month() != null) {
                assertThat(topic.occurred())
                        .as("mutation %d", number)
                        .allMatch(date ->
                                !date.start().isAfter(topic.issue().month().atEndOfMonth()));
            }
        }
    }

    /** The gold set: pages of every era, in the encodings they were written in. */
    private static List<byte[]> pages() throws IOException {
        List<byte[]> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLD)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                pages.add(Files.readAllBytes(file));
            }
        }
        return pages;
    }

    private static long heapMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
