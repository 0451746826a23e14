package org.jdfwire.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.contracts.topic.Confidence;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Group;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Person;
import org.junit.jupiter.api.Test;

/** Every refusal names the value and what was expected. */
class RefusalsTest {

    @Test
    void confidenceIsAShareOfWhatThereWas() {
        assertThatThrownBy(() -> new Confidence(1.1, List.of())).hasMessage("score: 1.1 (expected: 0 to 1)");
        assertThatThrownBy(() -> new Confidence.Measure("dates", 3, 2, null))
                .hasMessage("dates found: 3 (expected: 0 to 2)");
    }

    @Test
    void namesTheValueAndWhatWasExpected() {
        assertThatThrownBy(() -> new PageRef(Samples.URL, 0, "ab".repeat(32), Samples.PAGE.fetchedAt()))
                .hasMessage("version: 0 (expected: at least 1)");
        assertThatThrownBy(() -> new PageRef(Samples.URL, 1, "AB", Samples.PAGE.fetchedAt()))
                .hasMessage("sha256: AB (expected: 64 lower-case hex digits)");
        assertThatThrownBy(() -> new PageRef(" ", 1, "ab".repeat(32), Samples.PAGE.fetchedAt()))
                .hasMessage("url: \" \" (expected: text)");
        assertThatThrownBy(() -> new Country("England", Country.Evidence.FLAG, "england"))
                .hasMessage("country: England (expected: ISO 3166-1 alpha-2, such as JP)");
        assertThatThrownBy(() -> new Person("Aoba", null, null, "Japan", null, null))
                .hasMessage("person country: Japan (expected: ISO 3166-1 alpha-2, such as JP)");
        assertThatThrownBy(() -> new Person("Aoba", null, null, "JP", "JP Aoba", null))
                .hasMessage("person id: JP Aoba (expected: lower-case letters, digits and single hyphens)");
        assertThatThrownBy(() -> new Group(3, 2)).hasMessage("group index: 3 (expected: 1 to 2)");
        assertThatThrownBy(() -> ChangeType.of("topic.deleted"))
                .hasMessageStartingWith("type: topic.deleted (expected: one of topic.created, topic.revised,");
        assertThatThrownBy(() -> Cursor.of(0, 1, 4096)).hasMessage("n: 4096 (expected: 0 to 4095)");
        assertThatThrownBy(() -> new EpochBegun(2, 2, Samples.PAGE.fetchedAt()))
                .hasMessage("epoch: 2 (expected: at least 3)");
        assertThatThrownBy(() -> new EpochBegun(2, 2048, Samples.PAGE.fetchedAt()))
                .hasMessage("epoch: 2048 (expected: 0 to 2047)");
        assertThatThrownBy(() ->
                        new PageParsed("jdf", null, null, Samples.PAGE, Samples.PARSER, List.of("jdf-1-a", "jdf-1-a")))
                .hasMessage("topicIds: [jdf-1-a, jdf-1-a] (expected: no value twice)");
    }

    @Test
    void namesTheHeaderThatIsAbsentOrMalformed() {
        Map<String, String> whole =
                new PageFetched(Samples.PAGE, Via.FILE, Samples.URL, null, null, null, "text/html").toHeaders();
        for (String name : List.of("ce_id", "ce_type", "ce_time", "ce_subject", "ce_pageversion", "ce_pagesha256")) {
            Map<String, String> headers = new HashMap<>(whole);
            headers.remove(name);
            assertThatThrownBy(() -> PageFetched.fromHeaders(headers))
                    .hasMessage(name + ": absent (expected: a value)");
        }
        Map<String, String> headers = new HashMap<>(whole);
        headers.put("ce_time", "yesterday");
        assertThatThrownBy(() -> PageFetched.fromHeaders(headers))
                .hasMessage("ce_time: yesterday (expected: an RFC 3339 time in UTC)");
    }

    @Test
    void decodesHeadersThatCameAsBytes() {
        assertThat(EventAttributes.decode(
                        Map.of("a", "ü".getBytes(java.nio.charset.StandardCharsets.UTF_8), "b", "x", "c", 1)))
                .containsOnly(Map.entry("a", "ü"), Map.entry("b", "x"));
    }
}
