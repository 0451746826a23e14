package org.jdfwire.parser.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Country.Evidence;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which countries take part, by a table of headings and openings. */
class CountryReaderTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final CountryReader READER = new CountryReader(CountryTable.load(VOCABULARY), VOCABULARY);

    static Stream<String> examples() {
        return Tables.lines(CountryReaderTest.class, "country-examples.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsWhoTakesPartAndTheWordsThatSaySo(String line) {
        String[] columns = line.split("\t");
        List<Country> read = READER.read(List.of(), Passage.of(columns[1]), List.of(Passage.of(columns[2])));

        String codes = read.stream().map(Country::code).collect(Collectors.joining(" "));
        assertThat(codes.isEmpty() ? "-" : codes).isEqualTo(columns[0]);
        assertThat(read)
                .allSatisfy(country -> assertThat(country.evidence() == Evidence.TEXT ? columns[2] : columns[1])
                        .contains(country.text()));
    }

    @Test
    void readsTheTextWhereTheFlagsAreMissingAndTheHeadingNamesOnlyJapan() {
        assertThat(READER.read(
                        List.of(),
                        Passage.of("Japan Welcomes a Guest"),
                        List.of(Passage.of("He met with the Australian Minister."))))
                .containsExactly(
                        new Country("JP", Evidence.HEADING, "Japan"), new Country("AU", Evidence.TEXT, "Australian"));
        assertThat(READER.read(
                        List.of("japan"),
                        Passage.of("A Guest"),
                        List.of(Passage.of("He met with the Australian Minister."))))
                .containsExactly(new Country("JP", Evidence.FLAG, "japan"));
        assertThat(READER.read(
                        List.of("india"),
                        Passage.of("A Guest"),
                        List.of(Passage.of("Japan, Australia and India met."))))
                .containsExactly(new Country("IN", Evidence.FLAG, "india"));
    }

    @Test
    void readsThePartnersOfTheSubHeadings() {
        List<Passage> parts = List.of(
                Passage.of("On May 1, the minister met his guests."),
                Passage.of("Japan-Peru Defense Ministerial Meeting"),
                Passage.of("They shook hands."),
                Passage.of("Japan–Oman Talks"),
                Passage.of("They sat together."));
        assertThat(READER.read(List.of(), Passage.of("Meetings with Guests in Singapore"), parts))
                .extracting(Country::code)
                .containsExactly("SG", "JP", "PE", "OM");
        assertThat(READER.read(List.of(), Passage.of("Japan-Chile Meeting"), parts))
                .extracting(Country::code)
                .containsExactly("JP", "CL");
        assertThat(READER.read(List.of("chile"), Passage.of("Meetings with Guests"), parts))
                .extracting(Country::code)
                .containsExactly("CL");
        // without a heading of a meeting only the opening counts
        assertThat(READER.read(List.of(), Passage.of("Letters from the Academy"), parts))
                .extracting(Country::code)
                .doesNotContain("OM");
        assertThat(READER.read(
                        List.of(),
                        Passage.of("Meetings of Old"),
                        List.of(
                                Passage.of("Once there was a road."),
                                Passage.of("Japan-Peru Relations of Old"),
                                Passage.of("Japan-Peru Talks were held in old times."))))
                .isEmpty();
    }

    @Test
    void readsAListOfThoseWhoWereTalkedWithLaterOn() {
        Passage opening = Passage.of("On May 1, the minister met with the Minister of Peru.");
        assertThat(READER.read(
                        List.of(),
                        Passage.of("A Summit"),
                        List.of(
                                opening,
                                Passage.of("He had talks with the defense ministers of Chile, Oman and Fiji."))))
                .extracting(Country::code)
                .containsExactly("PE", "CL", "OM", "FJ");
        assertThat(READER.read(
                        List.of(),
                        Passage.of("A Summit"),
                        List.of(opening, Passage.of("He thought of the ministers of Chile, Oman and Fiji."))))
                .extracting(Country::code)
                .containsExactly("PE");
    }
}
