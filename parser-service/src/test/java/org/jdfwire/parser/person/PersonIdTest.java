package org.jdfwire.parser.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Country.Evidence;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.parser.field.CountryTable;
import org.jdfwire.parser.field.OrganizationTable;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One person has one id, however a page spells the name, and two have two. */
class PersonIdTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final PersonReader READER =
            new PersonReader(CountryTable.load(VOCABULARY), OrganizationTable.load(VOCABULARY), VOCABULARY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General Izutsu spoke.",
                "GENERAL IZUTSU spoke.",
                "GEN Izutsu spoke.",
                "Gen. Shunji Izutsu spoke.",
                "General IZUTSU Shunji spoke.",
                "General Izutsu Shunji spoke.",
                "General IZUTSU, Chief of Staff, JASDF, spoke.",
                "Chief of Staff, Koku-Jieitai (JASDF), General Izutsu spoke.",
                "Izutsu Shunji, Chief of Staff, JASDF, spoke.",
                "JASDF Chief of Staff General Izutsu spoke.",
            })
    void isTheSameForEverySpellingOfAnOfficer(String sentence) {
        assertThat(ids(sentence)).containsExactly("jp-izutsu-forces");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Minister Kono spoke.",
                "Minister KONO spoke.",
                "Defense Minister Taro Kono spoke.",
                "Minister of Defense KONO Taro spoke.",
                "Minister of Defense Kono Taro spoke.",
                "then Foreign Minister Kono spoke.",
                "Japanese Defense Minister Kono’s visit ended.",
                "Mr. Taro Kono, Minister of Defense, spoke.",
            })
    void isTheSameForEverySpellingOfAMinister(String sentence) {
        assertThat(ids(sentence)).containsExactly("jp-kono");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "German Defense Minister Ursula von der Leyen | German Minister von der Leyen | de-von-der-leyen",
                "French Minister Jean-Yves Le Drian | French Defense Minister LE DRIAN | fr-le-drian",
                "Spanish Minister of Defense Pedro Morenés | Spanish Minister MORENES | es-morenes",
                "Indonesian Defense Minister Prabowo Subianto | Indonesian Minister Prabowo | id-prabowo",
                "Dr. Ng Eng Hen, Minister for Defence of Singapore, | Singapore’s Minister Ng | sg-ng",
                "Secretary of Defense James N. Mattis | U.S. Secretary Mattis | us-mattis",
                "Danish Minister Søren Ærø | Danish Minister AERO | dk-aero",
            })
    void isTheSameForForeignNames(String one, String other, String id) {
        assertThat(ids(one + " spoke.")).containsExactly(id);
        assertThat(ids(other + " spoke.")).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General Sato and Minister Sato met. | jp-sato-forces, jp-sato",
                "Minister Sato and Administrative Vice-Minister Sato met. | jp-sato, jp-sato-ministry",
                "Minister Sato and Parliamentary Vice-Minister Sato met. | jp-sato, jp-sato-vice",
                "Prime Minister Sato and Defense Minister Sato met. | jp-sato-head, jp-sato",
                "Air Marshal Rakesh Singh Bhadauria of India met Air Marshal Singh of India. | in-bhadauria-forces, in-singh-forces",
                "Australian Minister Smith met General Smith of the U.S. Army. | au-smith, us-smith-forces",
                "Korean Minister Kim Kwan-jin came after Korean Minister Kim Tae-young. | kr-kim-kwan-jin, kr-kim-tae-young",
                "Indian Minister Rajnath Singh came after Indian Minister Jaswant Singh. | in-singh-rajnath, in-singh-jaswant",
            })
    void isAnotherForWhoCannotBeTheSame(String sentence, String ids) {
        assertThat(String.join(", ", ids(sentence))).isEqualTo(ids);
    }

    @Test
    void aGeneralWhoIsMinisterIsOnePerson() {
        List<Person> people = read(
                "",
                List.of("Vietnamese Minister of National Defence General Phan Van Giang came. General Giang left."),
                List.of());

        assertThat(people).singleElement().satisfies(person -> {
            assertThat(person.id()).isEqualTo("vn-phan-van-giang");
            assertThat(person.role()).isEqualTo("Minister of National Defence");
        });
    }

    @Test
    void theFullestRoleOfTheTextIsTold() {
        List<Person> people = read(
                "General Izutsu Visits India",
                List.of("General IZUTSU, Chief of Staff, Koku-Jieitai (JASDF), left.", "General Izutsu came back."),
                List.of());

        assertThat(people)
                .containsExactly(new Person(
                        "Izutsu",
                        null,
                        "Chief of Staff, JASDF",
                        "JP",
                        "jp-izutsu-forces",
                        "General IZUTSU, Chief of Staff, Koku-Jieitai (JASDF)"));
    }

    @Test
    void thePartnersCountryIsTakenWhereThereIsOnlyOne() {
        List<String> text = List.of("Ministers Kishi and Reynolds spoke.");

        assertThat(read("", text, countries("AU", "JP")).get(1).country()).isEqualTo("AU");
        assertThat(read("", text, countries("AU", "US", "JP")).get(1).country()).isNull();
        assertThat(read("", List.of("NATO Secretary General Stoltenberg spoke."), countries("BE"))
                        .get(0)
                        .country())
                .isNull();
    }

    @Test
    void aHeadingNamesWhomTheTextNamesToo() {
        assertThat(read("A General Reads Aloud", List.of("A general read fairy tales."), List.of()))
                .isEmpty();
        assertThat(read("Secretary Mattis Visits Asaka", List.of("On May 1, U.S. Secretary Mattis came."), List.of()))
                .singleElement()
                .satisfies(person -> assertThat(person.name()).isEqualTo("Mattis"));
        assertThat(read("Minister Kishi’s Message", List.of("Dear readers, it is spring."), List.of()))
                .singleElement()
                .satisfies(person -> assertThat(person.text()).isEqualTo("Minister Kishi"));
    }

    private static List<Person> read(String title, List<String> paragraphs, List<Country> partners) {
        return READER.read(Passage.of(title, VOCABULARY), Passage.all(paragraphs, VOCABULARY), partners);
    }

    private static List<String> ids(String sentence) {
        return read("", List.of(sentence), List.of()).stream()
                .map(person -> Objects.requireNonNull(person.id()))
                .toList();
    }

    private static List<Country> countries(String... codes) {
        return List.of(codes).stream()
                .map(code -> new Country(code, Evidence.FLAG, code))
                .toList();
    }
}
