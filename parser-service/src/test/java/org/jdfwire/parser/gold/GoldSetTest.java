package org.jdfwire.parser.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.ParseResult;
import org.jdfwire.parser.decode.PageDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The parser against the gold set; the report goes to the output and to {@code target/gold-report.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldSetTest {
    private static final List<GoldPage> PAGES = GoldPage.all();
    private static final int LEAST_PAGES = 40;

    private final GoldReport report = new GoldReport(PAGES);

    @Test
    void saysHowCloseTheParserComesAndIsLargeEnough() throws IOException {
        String text = report + "\nDifferences: " + report.score().differences().size() + "\n"
                + String.join("\n", report.score().differences()) + "\n";
        Path file = Path.of("target", "gold-report.txt");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
        System.out.println(text);
        assertThat(PAGES).hasSizeGreaterThanOrEqualTo(LEAST_PAGES);
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheFloorOfEachMeasure(Measure measure) {
        assertThat(report.score().tally(measure).f1())
                .as(
                        "%s: %s; %s",
                        measure,
                        report.score().tally(measure),
                        report.score().differences().stream()
                                .filter(line -> line.startsWith(measure + " "))
                                .toList())
                .isGreaterThanOrEqualTo(measure.floor());
    }

    @ParameterizedTest
    @EnumSource
    void readsMoreOfTheBodyThanAGeneralExtractor(GeneralExtractor extractor) {
        Tally general =
                report.body(page -> List.of(extractor.body(page.expected().url(), decoded(page))));
        assertThat(report.body(GoldReport::parsedBody).f1()).isGreaterThan(general.f1());
        // an extractor that finds nothing would be no comparison
        assertThat(general.f1()).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsTheTopicsOfEachPageInOrder(GoldPage page) {
        ParseResult result = page.parsed();
        List<Topic> found = result instanceof ParseResult.Parsed parsed ? parsed.topics() : List.of();
        assertThat(found.stream().map(Topic::title))
                .as("%s", result instanceof ParseResult.Rejected rejected ? rejected.reject() : "read")
                .containsExactlyElementsOf(page.expected().news().stream()
                        .map(Expected.News::title)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void decodesEachPageAsItWasWritten(GoldPage page) {
        String text = new PageDecoder()
                .decode(page.body(), page.expected().contentType())
                .text();
        assertThat(text).isEqualTo(decoded(page));
    }

    static List<GoldPage> pages() {
        return PAGES;
    }

    private static String decoded(GoldPage page) {
        return GoldReport.decoded(page);
    }
}
