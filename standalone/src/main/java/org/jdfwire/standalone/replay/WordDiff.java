package org.jdfwire.standalone.replay;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import tools.jackson.databind.JsonNode;

/** Shows which words of a topic differ: {@code [-gone-]} and {@code {+new+}}, only the lines that have some. */
final class WordDiff {
    private static final DiffRowGenerator ROWS = DiffRowGenerator.create()
            .showInlineDiffs(true)
            .mergeOriginalRevised(true)
            .inlineDiffByWord(true)
            // the library's own choice escapes for HTML
            .lineNormalizer(line -> line)
            .oldTag(brackets("[-", "-]"))
            .newTag(brackets("{+", "+}"))
            .build();

    private WordDiff() {}

    /** Returns the lines that differ. */
    static List<String> between(Topic before, Topic after) {
        return ROWS.generateDiffRows(lines(before), lines(after)).stream()
                .filter(row -> row.getTag() != DiffRow.Tag.EQUAL)
                .map(DiffRow::getOldLine)
                .toList();
    }

    /** Returns a topic's content, each of its values on a line that begins with its name. */
    private static List<String> lines(Topic topic) {
        List<String> lines = new ArrayList<>();
        for (var member : TopicContent.patchable(topic).properties()) {
            Iterable<JsonNode> values = member.getValue().isArray() ? member.getValue() : List.of(member.getValue());
            for (JsonNode value : values) {
                lines.add(member.getKey() + ": " + (value.isString() ? value.asString() : value.toString()));
            }
        }
        return lines;
    }

    private static BiFunction<DiffRow.Tag, Boolean, String> brackets(String open, String close) {
        return (tag, opens) -> opens ? open : close;
    }
}
