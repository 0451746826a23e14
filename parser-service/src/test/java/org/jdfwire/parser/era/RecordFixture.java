package org.jdfwire.parser.era;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Records a fixture: {@code -Drecord=FILE -Durl=URL} lays a page and what the parser makes of it into the folder of its
 * layout. Its name keeps it out of every build; it runs only where a command names it. See docs/ADD_A_LAYOUT.md.
 */
class RecordFixture {
    private static final List<String> NO_LAYOUT = List.of("unknown");

    @Test
    void record() throws IOException {
        String record = System.getProperty("record", "");
        String url = System.getProperty("url", "");
        assumeTrue(!record.isEmpty() && !url.isEmpty(), "expected: -Drecord=FILE -Durl=URL");
        // a relative file counts from the repository, where the command is given, not from the module, where it runs
        Path given = Path.of("..").resolve(record);
        byte[] body = Files.readAllBytes(given);

        LayoutFixture fixture = LayoutFixture.of(url, body);

        assertThat(fixture.layout())
                .as("%s is rejected as %s before its layout is known", given, fixture.rejected())
                .isNotIn(NO_LAYOUT);
        Path page = LayoutFixture.ROOT
                .resolve(fixture.layout())
                .resolve(System.getProperty("name", given.getFileName().toString()));
        Files.createDirectories(page.getParent());
        Files.write(page, body);
        Files.writeString(LayoutFixture.recordOf(page), fixture.toJson());
        report(page, fixture);
    }

    private static void report(Path page, LayoutFixture fixture) {
        System.out.println("recorded " + page);
        System.out.println("     and " + LayoutFixture.recordOf(page));
        System.out.println("read as " + fixture.layout()
                + (fixture.rejected() == null
                        ? ""
                        : ", rejected: " + fixture.rejected().text()) + ", issue "
                + fixture.issue() + ", section " + fixture.section() + ", topics: "
                + fixture.topics().size());
        for (LayoutFixture.Entry topic : fixture.topics()) {
            System.out.println("  " + topic.title() + "  " + topic.countries() + " " + topic.occurred() + "  "
                    + topic.paragraphs().size() + " paragraphs");
        }
        System.out.println(
                "Now compare the record with the page: it must say what a reader reads, not what the parser does.");
    }
}
