package org.jdfwire.parser.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Country.Evidence;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTablesTest {
    private final Vocabulary vocabulary = new Vocabulary();
    private final CountryTable table = CountryTable.load(vocabulary);
    private final CountryReader countries = new CountryReader(table, vocabulary);

    @ParameterizedTest
    @CsvSource({
        "germany,DE",
        "england,GB",
        "U.S.,US",
        "us,US",
        "Republic of Korea,KR",
        "ROK,KR",
        "lndia,IN",
        "viet nam,VN",
        "UNITED KINGDOM,GB",
        "burma,MM",
        "Türkiye,TR",
        "turkey,TR",
        "new  zealand,NZ"
    })
    void knowsWhatFlagsAreCalled(String name, String code) {
        assertThat(table.code(name)).isEqualTo(code);
    }

    @Test
    void knowsEveryCountryOfIso3166ByItsCode() {
        List<String> codes = org.jdfwire.parser.text.Tables.lines(CountryTable.class, "countries.tsv").stream()
                .map(line -> line.split("\t")[0])
                .toList();
        assertThat(codes).containsExactlyInAnyOrder(Locale.getISOCountries());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Japan-U.S. Talks | [JP, US]",
                "Japan–India Exercise | [JP, IN]",
                "Japan-U.S.-Australia Meeting | [JP, US, AU]",
                "German Navy Ship in the South China Sea | [DE]",
                "Japan Maritime Self-Defense Force Sails | []",
                "ROK and U.K. Ministers | [KR, GB]",
                "They Told Us of the Indian Ocean | []",
                "Visit to Papua New Guinea | [PG]",
                "South Sudan and Niger | [SS, NE]",
            })
    void findsCountriesInHeadings(String title, String codes) {
        assertThat(countries.read(List.of(), Passage.of(title), List.of()).stream()
                        .map(Country::code)
                        .toList())
                .hasToString(codes);
    }

    @Test
    void putsFlagsFirstAndEachCountryOnce() {
        assertThat(countries.read(
                        List.of("U.S.", "japan", "atlantis"), Passage.of("Japan-U.S.-India Talks"), List.of()))
                .containsExactly(
                        new Country("US", Evidence.FLAG, "U.S."),
                        new Country("JP", Evidence.FLAG, "japan"),
                        new Country("IN", Evidence.HEADING, "India"));
    }

    @Test
    void readsNoTextWhereThereAreFlags() {
        assertThat(countries.read(
                        List.of("india"), Passage.of(""), List.of(Passage.of("They held talks with France."))))
                .containsExactly(new Country("IN", Evidence.FLAG, "india"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Recent Defense Ministerial Teleconferences | x | teleconference",
                "General Izutsu Visits India | x | visit",
                "A Day | They held a video teleconference before signing it. | teleconference",
                "A Day | They signed a memorandum at the meeting. | signing",
                "Destroyer Makes Port Call at Kiel | x | port-call",
                "Joint Exercise Malabar | x | exercise",
                "Shangri-La Dialogue | x | dialogue",
                "A Day | Nothing is told. | other",
            })
    void tellsTheKindByHeadingAndThenByText(String title, String text, String kind) {
        assertThat(new KindReader(new Vocabulary())
                        .read(Passage.of(title), List.of(Passage.of(text)), null)
                        .kind()
                        .text())
                .isEqualTo(kind);
    }
}
