package org.jdfwire.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Link;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.contracts.topic.TopicContent;
import org.junit.jupiter.api.Test;

/** The content hash is part of what clients keep: writing it at once and by way of a tree must give the same text. */
class CanonicalJsonTest {
    private static final String AWKWARD = "\u0000\u0001\u001F\b\t\n\f\r\"\\/<>&'\u007F\u0080é、防衛\u2028\uFEFF😀aZ09";

    @Test
    void writesRecordsAsTheCanonicalizerDoes() {
        Random random = new Random(20261124);
        for (int i = 0; i < 500; i++) {
            TopicContent content = content(random);
            assertThat(Json.canonicalRecord(content)).isEqualTo(Json.canonical(Json.MAPPER.valueToTree(content)));
        }
    }

    private static TopicContent content(Random random) {
        LocalDate day = LocalDate.of(2020, 12, 15);
        return new TopicContent(
                "en",
                text(random),
                List.of(new Country("DE", Country.Evidence.FLAG, text(random))),
                List.of(new Occurrence(day, day, text(random), Occurrence.Precision.DAY, true, false)),
                List.of(new Person(text(random), null), new Person(text(random), text(random))),
                List.of(text(random)),
                Kind.PORT_CALL,
                List.of(text(random), text(random)),
                List.of(),
                List.of(new Link(text(random), text(random))));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        int[] letters = AWKWARD.codePoints().toArray();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
