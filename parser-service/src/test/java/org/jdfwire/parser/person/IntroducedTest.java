package org.jdfwire.parser.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is meant by a family name that an earlier topic of the page told of. */
class IntroducedTest {
    private static final Person MINISTER = person("Aoyagi", "Minister of Defense", "JP", "jp-aoyagi");
    private static final Person CAPTAIN = person("Aoyagi", "Captain", "JP", "jp-aoyagi-forces");
    private static final Person MISTER = person("Aoyagi", null, null, "aoyagi");

    private final Introduced page = new Introduced();

    @Test
    void aMinisterIsCalledMisterInTheNextTopic() {
        page.meet(List.of(MINISTER));

        assertThat(page.meet(List.of(MISTER))).containsExactly(MINISTER);
    }

    @Test
    void aMisterBeforeTheMinisterStaysWhoHeIs() {
        assertThat(page.meet(List.of(MISTER))).containsExactly(MISTER);
    }

    @Test
    void anOfficerIsNotCalledMister() {
        page.meet(List.of(CAPTAIN));

        assertThat(page.meet(List.of(MISTER))).containsExactly(MISTER);
    }

    @Test
    void ofTwoMinistersNeitherIsMeant() {
        page.meet(List.of(MINISTER));
        page.meet(List.of(person("Aoyagi", "State Minister", "JP", "jp-aoyagi-vice")));

        assertThat(page.meet(List.of(MISTER))).containsExactly(MISTER);
    }

    @Test
    void aNamesakeOfTheSameTopicAndAnotherCountrysStayWhoTheyAre() {
        page.meet(List.of(MINISTER));
        Person guest = person("Aoyagi", null, "BR", "br-aoyagi");

        assertThat(page.meet(List.of(CAPTAIN, MISTER))).containsExactly(CAPTAIN, MISTER);
        assertThat(page.meet(List.of(guest))).containsExactly(guest);
    }

    private static Person person(String name, @Nullable String role, @Nullable String country, String id) {
        return new Person(name, null, role, country, id, "Mr. " + name);
    }
}
