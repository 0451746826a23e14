package org.jdfwire.parser.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import org.junit.jupiter.api.Test;

/**
 * Whatever its markup, a page gives the topics that it tells.
 *
 * <p>Each number is another logical page in another markup. {@code -Djdfwire.renderings=N} sets how many,
 * {@code -Djdfwire.rendering=NUMBER} makes one again and writes it to {@code target/}.
 */
class MetamorphicTest {
    private static final int RENDERINGS = Integer.getInteger("jdfwire.renderings", 6_000);
    private static final int MOST_SHOWN = 10;

    private final PageParser parser = new PageParser();

    @Test
    void givesTheTopicsOfTheLogicalPageForEveryRendering() throws IOException {
        Long one = Long.getLong("jdfwire.rendering");
        long first = one == null ? 0 : one;
        long last = one == null ? RENDERINGS - 1 : one;
        List<String> failures = new ArrayList<>();
        Set<Map<String, String>> combinations = new HashSet<>();
        Map<String, Integer> drawn = new TreeMap<>();
        Map<String, Integer> blamed = new TreeMap<>();
        for (long number = first; number <= last; number++) {
            Choices choices = new Choices(number);
            LogicalPage page = LogicalPages.invent(choices);
            PageBytes rendering = PageBytes.of(choices, Renderer.render(choices, page));
            combinations.add(choices.chosen());
            choices.chosen().forEach((name, option) -> drawn.merge(name + "=" + option, 1, Integer::sum));
            List<String> seen = seen(page, rendering);
            if (!seen.equals(page.expected())) {
                failures.add(failure(number, choices, page.expected(), seen));
                choices.chosen().forEach((name, option) -> blamed.merge(name + "=" + option, 1, Integer::sum));
            }
            if (one != null) {
                Files.write(Path.of("target", "rendering-" + number + ".html"), rendering.bytes());
            }
        }
        System.out.println("renderings: " + (last - first + 1) + ", combinations of markup: " + combinations.size()
                + ", failures: " + failures.size());
        failures.stream().limit(MOST_SHOWN).forEach(System.out::println);
        blamed.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -(double) entry.getValue() / drawn.get(entry.getKey())))
                .limit(MOST_SHOWN)
                .forEach(entry -> System.out.println(
                        "  " + entry.getKey() + ": " + entry.getValue() + " of " + drawn.get(entry.getKey())));
        assertThat(failures).as("failed renderings").hasSize(0);
    }

    private static String failure(long number, Choices choices, List<String> expected, List<String> seen) {
        int at = 0;
        while (at < Math.min(expected.size(), seen.size()) && expected.get(at).equals(seen.get(at))) {
            at++;
        }
        return "-Djdfwire.rendering=" + number + " " + choices.chosen() + "\n  topic " + (at + 1) + " of "
                + expected.size()
                + "\n  expected " + (at < expected.size() ? expected.get(at) : "nothing") + "\n  found    "
                + (at < seen.size() ? seen.get(at) : "nothing");
    }

    private List<String> seen(LogicalPage page, PageBytes rendering) {
        String folder = page.number() < 107 ? "/e/jdf/no" : "/en/jdf/no";
        String url = "https://www.mod.go.jp" + folder + String.format("%02d/%s.html", page.number(), page.section());
        PageRef ref = new PageRef(url, 1, Json.sha256(rendering.bytes()), Instant.EPOCH);
        PageFetched fetched = new PageFetched(ref, Via.FILE, url, null, null, null, rendering.contentType());
        ParseResult result = parser.parse(fetched, rendering.bytes());
        if (result instanceof ParseResult.Parsed parsed) {
            return parsed.topics().stream().map(MetamorphicTest::seen).toList();
        }
        return List.of(((ParseResult.Rejected) result).reject().toString());
    }

    private static String seen(Topic topic) {
        return LogicalPage.line(
                topic.title(),
                topic.group() == null
                        ? null
                        : topic.group().index() + "/" + topic.group().size(),
                topic.countries().stream()
                        .filter(country -> country.evidence() != Country.Evidence.TEXT)
                        .map(Country::code)
                        .toList(),
                topic.occurred().isEmpty()
                        ? null
                        : topic.occurred().get(0).start() + ".."
                                + topic.occurred().get(0).end(),
                topic.paragraphs(),
                topic.images().stream()
                        .map(image -> image.caption() == null ? "-" : image.caption())
                        .toList());
    }
}
