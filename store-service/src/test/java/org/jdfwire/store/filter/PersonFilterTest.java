package org.jdfwire.store.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A person is found by every spelling that a reader may know. */
class PersonFilterTest {
    private static final FilterFields FIELDS = FilterFields.of(
            ChangeType.TOPIC_CREATED,
            with(new Person("Aoba", "Kei", "General", "JP", "jp-aoba-forces", "General AOBA Kei")));

    @ParameterizedTest
    @ValueSource(strings = {"Aoba", "AOBA", "Kei Aoba", "AOBA Kei", "aoba  kei", "jp-aoba-forces"})
    void isFoundByNameWholeNameAndId(String asked) {
        assertThat(asking(asked).matches(FIELDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kei", "Aob", "General", "jp-aoba", "null Aoba"})
    void isNotFoundByAPartOfIt(String asked) {
        assertThat(asking(asked).matches(FIELDS)).isFalse();
    }

    @Test
    void eachSpellingIsKeptOnce() {
        assertThat(FIELDS.people()).containsExactly("jp-aoba-forces", "aoba", "kei aoba", "aoba kei");
    }

    private static TopicFilter asking(String person) {
        return new TopicFilter(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(person), Set.of(), null, null, List.of());
    }

    private static Topic with(Person person) {
        ObjectNode json =
                Json.MAPPER.valueToTree(topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "They met."));
        json.set("people", Json.MAPPER.valueToTree(List.of(person)));
        return Json.MAPPER.treeToValue(json, Topic.class);
    }
}
