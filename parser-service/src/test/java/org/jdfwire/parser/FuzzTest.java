package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.Renderer.Item;
import org.jdfwire.parser.Renderer.News;
import org.junit.jupiter.api.Test;

/**
 * Damaged pages give topics that are sound in themselves, or a reason; never an exception.
 *
 * <p>{@code -Djdfwire.mutations=200000} makes the run longer. A failure names the number of its mutation.
 */
class FuzzTest {
    private static final int MUTATIONS = Integer.getInteger("jdfwire.mutations", 20_000);
    private static final int RENDERINGS = 40;

    private static final List<News> PAGE = List.of(
            new News(
                    "Vice-Minister Speaks with Counterparts",
                    List.of(
                            new Item(List.of("france"), List.of("On December 3, they spoke at length."), 1),
                            new Item(List.of("U.S.", "japan"), List.of("On the next day, they spoke again."), 0))),
            new News(
                    "Training Squadron Calls at Ports of Brazil",
                    List.of(new Item(
                            List.of("brazil"),
                            List.of("From November 28 to December 2, the ships called at ports. See <a href=a.pdf>it</a>."),
                            2))));

    @Test
    void readsDamagedPagesWithoutAnException() {
        Mutations mutations = new Mutations(pages());
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
        assertThat(ids).as("ids of mutation %d", number).isEqualTo(read.manifest().topicIds());
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
                        .allMatch(date -> !date.start()
                                .isAfter(topic.issue().month().atEndOfMonth()));
            }
        }
    }

    private static List<byte[]> pages() {
        List<byte[]> pages = new ArrayList<>();
        for (int seed = 0; seed < RENDERINGS; seed++) {
            String html = new Renderer(seed).render(PAGE);
            pages.add(html.getBytes(StandardCharsets.UTF_8));
            pages.add(html.getBytes(Charset.forName("windows-31j")));
        }
        return pages;
    }

    private static long heapMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
