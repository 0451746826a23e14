package org.jdfwire.store.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

class TopicDiffTest {
    private static final Change CREATED = change(
            4096,
            ChangeType.TOPIC_CREATED,
            topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "Tea & <b>talks</b>."));
    private static final Change REVISED = change(
            8192,
            ChangeType.TOPIC_REVISED,
            topic(133, "germany", "FR", page(133, 2, NOON, "v2"), PARSER, "Tea & <i>talks</i>.", "More."));

    @Test
    void tellsOnlyTheFieldsThatDiffer() {
        assertThat(Json.MAPPER.writeValueAsString(TopicDiff.between(CREATED, REVISED)))
                .isEqualTo("{\"topicId\":\"jdf-133-topics-germany\",\"language\":\"en\","
                        + "\"from\":{\"cursor\":\"4096\",\"type\":\"topic.created\",\"observedAt\":\"" + MORNING
                        + "\"},"
                        + "\"to\":{\"cursor\":\"8192\",\"type\":\"topic.revised\",\"observedAt\":\"" + NOON + "\"},"
                        + "\"fields\":[{\"name\":\"paragraphs\",\"segments\":["
                        + "{\"op\":\"equal\",\"text\":\"Tea & <\"},{\"op\":\"delete\",\"text\":\"b\"},"
                        + "{\"op\":\"insert\",\"text\":\"i\"},{\"op\":\"equal\",\"text\":\">talks</\"},"
                        + "{\"op\":\"delete\",\"text\":\"b\"},{\"op\":\"insert\",\"text\":\"i\"},"
                        + "{\"op\":\"equal\",\"text\":\">.\"},{\"op\":\"insert\",\"text\":\"\\nMore.\"}]},"
                        + "{\"name\":\"countries\",\"segments\":[{\"op\":\"delete\",\"text\":\"DE\"},"
                        + "{\"op\":\"insert\",\"text\":\"FR\"},{\"op\":\"equal\",\"text\":\" (flag: a flag)\"}]}]}");
    }

    @Test
    void theFirstChangeIsNewAsAWhole() {
        TopicDiff diff = TopicDiff.between(null, CREATED);

        assertThat(diff.from()).isNull();
        assertThat(diff.fields())
                .extracting(TopicDiff.Field::name)
                .containsExactly(
                        "title", "paragraphs", "kind", "countries", "occurred", "people", "organizations", "language");
        assertThat(diff.fields())
                .flatExtracting(TopicDiff.Field::segments)
                .extracting(Segment::op)
                .containsOnly(Segment.Op.INSERT);
    }

    @Test
    void writesPlainTextAsWdiffDoes() {
        assertThat(PlainDiff.write(TopicDiff.between(CREATED, REVISED))).isEqualTo("""
                jdf-133-topics-germany
                from: 4096 topic.created, observed 2026-03-01T08:00:00Z
                to:   8192 topic.revised, observed 2026-03-01T12:00:00Z

                paragraphs
                Tea & <[-b-]{+i+}>talks</[-b-]{+i+}>.{+
                More.+}

                countries
                [-DE-]{+FR+} (flag: a flag)
                """);
    }

    @Test
    void marksEachLineThatDiffersByItself() {
        Topic before = topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One & <two>.", "Same.", "A.", "B.");
        Topic after = topic(133, "germany", page(133, 2, NOON, "v2"), PARSER, "One & <three>.", "Same.", "Same too.");

        assertThat(TopicDiff.fields(before, after))
                .singleElement()
                .satisfies(field -> assertThat(PlainDiff.changedLines(field))
                        .containsExactly("One & <[-two-]{+three+}>.", "[-A-]{+Same too+}.", "[-B.-]"));
        assertThat(PlainDiff.changedLines(new TopicDiff.Field(
                        "paragraphs",
                        List.of(
                                new Segment(Segment.Op.EQUAL, "Same.\n"),
                                new Segment(Segment.Op.INSERT, "One.\n\nTwo."),
                                new Segment(Segment.Op.EQUAL, "\nLast.")))))
                .containsExactly("{+One.+}", "{+Two.+}");
    }

    @Test
    void escapesWhateverThePageSaidInHtml() {
        assertThat(HtmlDiff.write(TopicDiff.between(CREATED, REVISED)))
                .contains("<p>Tea &amp; &lt;<del>b</del><ins>i</ins>&gt;talks&lt;/<del>b</del><ins>i</ins>&gt;."
                        + "<ins><br>\nMore.</ins></p>")
                .doesNotContain("<b>", "<i>");
    }

    private static Change change(long cursor, ChangeType type, Topic topic) {
        return new Change(
                new Cursor(cursor),
                type,
                "event#" + cursor,
                Instant.EPOCH,
                topic.page().fetchedAt(),
                topic.topicId(),
                topic,
                null,
                null,
                topic.page(),
                PARSER,
                Change.NO_HASH,
                Change.NO_HASH);
    }
}
