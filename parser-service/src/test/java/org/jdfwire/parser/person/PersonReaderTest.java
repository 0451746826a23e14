package org.jdfwire.parser.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Country.Evidence;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.parser.field.CountryTable;
import org.jdfwire.parser.field.OrganizationTable;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is named in a sentence, by tables of sentences in the magazine's manner. */
class PersonReaderTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final PersonReader READER =
            new PersonReader(CountryTable.load(VOCABULARY), OrganizationTable.load(VOCABULARY), VOCABULARY);

    static Stream<String> people() {
        return Tables.lines(PersonReaderTest.class, "people-examples.tsv").stream();
    }

    static Stream<String> nobody() {
        return Tables.lines(PersonReaderTest.class, "nobody-examples.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("people")
    void findsWhomASentenceNames(String line) {
        String[] columns = line.split("\t");
        List<Person> read = read("", List.of(columns[0]), countries(columns.length > 2 ? columns[2] : ""));

        assertThat(read.stream().map(PersonReaderTest::shown).collect(Collectors.joining(" ; ")))
                .isEqualTo(columns[1]);
        assertThat(read).allSatisfy(person -> {
            assertThat(columns[0]).contains(Objects.requireNonNull(person.text()));
            assertThat(person.id()).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("nobody")
    void findsNobodyWhereNobodyIsNamed(String sentence) {
        assertThat(read("", List.of(sentence), List.of())).isEmpty();
        assertThat(read(sentence, List.of("A sentence of no interest."), List.of()))
                .isEmpty();
    }

    private static List<Person> read(String title, List<String> paragraphs, List<Country> partners) {
        return READER.read(Passage.of(title, VOCABULARY), Passage.all(paragraphs, VOCABULARY), partners);
    }

    private static List<Country> countries(String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isBlank())
                .map(code -> new Country(code, Evidence.FLAG, code))
                .toList();
    }

    private static String shown(Person person) {
        return Stream.of(person.name(), person.givenName(), person.role(), person.country())
                .map(value -> Objects.requireNonNullElse(value, "-"))
                .collect(Collectors.joining(" / "));
    }
}
