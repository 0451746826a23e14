package org.jdfwire.parser.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import org.junit.jupiter.api.Test;

/**
 * Whatever its markup, a page gives the topics that it tells: titles, groups, countries of flags and headings, days,
 * paragraphs, photos and their captions.
 *
 * <p>Each number is another logical page in another markup. {@code -Djdfwire.renderings=N} sets how many,
 * {@code -Djdfwire.renderings.first=NUMBER} where they begin; {@code -Djdfwire.rendering=NUMBER} makes one again and
 * writes it to {@code target/}.
 */
class MetamorphicTest {
    private static final long FIRST = Long.getLong("jdfwire.renderings.first", 0);
    private static final long RENDERINGS = Long.getLong("jdfwire.renderings", 6_000);

    private final PageParser parser = new PageParser();

    @Test
    void givesTheTopicsOfTheLogicalPageForEveryRendering() throws IOException {
        FailureReport report = new FailureReport();
        Long one = Long.getLong("jdfwire.rendering");
        if (one != null) {
            Rendering rendering = Rendering.of(one);
            Files.write(
                    Path.of("target", "rendering-" + one + ".html"),
                    rendering.content().bytes());
            report.add(rendering, seen(rendering));
        } else {
            for (long number = FIRST; number < FIRST + RENDERINGS; number++) {
                Rendering rendering = Rendering.of(number);
                report.add(rendering, seen(rendering));
            }
        }
        System.out.println(report);
        assertThat(report.failures()).as("failed renderings").isZero();
    }

    private List<String> seen(Rendering rendering) {
        ParseResult result =
                parser.parse(rendering.fetched(), rendering.content().bytes());
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
