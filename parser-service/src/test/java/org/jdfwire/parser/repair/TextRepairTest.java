package org.jdfwire.parser.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.topic.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage with one reading is undone and said; anything else stays. */
class TextRepairTest {
    private final TextRepair repair = new TextRepair();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The lndian Navy came.|The Indian Navy came.",
                "lndia and Japan-lndonesia|India and Japan-Indonesia",
                "on the 16 th of May|on the 16th of May",
                "June 3 rd to 5 th, twice|June 3rd to 5th, twice",
                "the 21 st and the 12 th|the 21st and the 12th",
                "On July 6,two ships sailed.|On July 6, two ships sailed.",
                "On Sept. 26,Minister Aoba spoke.|On Sept. 26, Minister Aoba spoke.",
                "Japan?India Talks|Japan–India Talks",
                "Japan?s part in it|Japan’s part in it",
                "two ships ? both of them new ? left port|two ships – both of them new – left port",
            })
    void mendsWhatHasOneReading(String found, String read) {
        assertThat(repair.mend(found)).isEqualTo(read);
        assertThat(repair.repairs()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who came? The minister did.",
                "What is new?",
                "see index.php?No=3 and a/b?Page",
                "the large lake, 2,000 people and 3,two",
                "line 16 stood, 16 the ship",
                "the 11 st and the 22 th",
                "on July 16, 2020, and May 5,000 more",
                "“He said so and went",
                "Is it well?known",
                "“Malabar” and ‘Sama Sama’ – the ministers’ café, naïve – São Tomé",
            })
    void leavesAlone(String text) {
        assertThat(repair.mend(text)).isSameAs(text);
        assertThat(repair.repairs()).isNull();
    }

    @Test
    void saysWhatItFoundAndHowItReadIt() {
        repair.mend("He met the lndian minister on July 6,two weeks later.");
        assertThat(repair.repairs()).containsExactly(new Repair("lndian", "Indian"), new Repair("6,two", "6, two"));
    }

    @Test
    void readsJapaneseThatWasReadAsLatinAgain() {
        String misread = latin("防衛大臣".getBytes(Charset.forName("windows-31j")));
        assertThat(repair.mend("the minister ( " + misread + " ) spoke")).isEqualTo("the minister ( 防衛大臣 ) spoke");
        assertThat(repair.repairs()).containsExactly(new Repair(misread, "防衛大臣"));
    }

    @Test
    void readsUnicodeThatWasReadAsLatinAgain() {
        String misread = latin("Japan’s “new”".getBytes(StandardCharsets.UTF_8));
        assertThat(repair.mend(misread)).isEqualTo("Japan’s “new”");
    }

    /** Reads bytes as browsers read Windows-1252, where the five bytes it lacks are controls. */
    private static String latin(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            String letter = new String(new byte[] {b}, Charset.forName("windows-1252"));
            text.append(letter.equals("\uFFFD") ? Character.toString(b & 0xFF) : letter);
        }
        return text.toString();
    }
}
