package org.jdfwire.parser.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What kind of event a heading and an opening tell of. */
class KindReaderTest {
    private static final KindReader READER = new KindReader(new Vocabulary());

    static Stream<String> kinds() {
        return Tables.lines(KindReaderTest.class, "kind-examples.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsTheKindAndTheWordsThatToldIt(String line) {
        String[] columns = line.split("\t");
        KindReader.Told told = READER.read(Passage.of(columns[1]), List.of(Passage.of(columns[2])), null);

        assertThat(told.kind().text()).isEqualTo(columns[0]);
        if (told.words() != null) {
            assertThat(columns[1] + "\n" + columns[2]).contains(told.words());
        }
    }
}
