package org.jdfwire.parser.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organization has one name, however a page spells it. */
class OrganizationReaderTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final OrganizationReader READER =
            new OrganizationReader(OrganizationTable.load(VOCABULARY), CountryTable.load(VOCABULARY), VOCABULARY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The JASDF flew. | JASDF",
                "The ASDF flew. | JASDF",
                "The Air Self-Defense Force flew. | JASDF",
                "The Japan Air Self Defense Force flew. | JASDF",
                "The Koku-Jieitai flew. | JASDF",
                "The Ground and Maritime Self-Defense Forces trained. | JGSDF, JMSDF",
                "The Maritime, Air and Ground Self-Defense Forces trained. | JGSDF, JMSDF, JASDF",
                "The MOD/JSDF will go on. | MOD, JSDF",
                "NIDS and Konrad-Adenauer-Stiftung met. | NIDS, KAS",
                "The National Institute for Defense Studies (NIDS) met. | NIDS",
                "Officials of ATLA came. | ATLA",
                "The ASEAN Defence Ministers' Meeting-Plus ended. | ADMM-Plus",
                "The ADMM-Plus and the ADMM are two. | ADMM-Plus, ADMM",
                "It joined UNMISS of the United Nations. | UNMISS, UN",
                "The Multinational Force and Observers (MFO) watch. | MFO",
                "The ICRC came. | ICRC",
                "The Commander of U.S. Indo-Pacific Command came. | USINDOPACOM",
                "The European Union and NATO came. | EU, NATO",
                "The GSDF teaches for UN peacekeeping operations. | JGSDF",
                "The JASDF flew to RAF Fairford. | JASDF",
                "The ASDF tells more on the web site of the Ministry of Defense. | JASDF",
                "The Indian Navy and the U.S. Navy trained. | Indian Navy, U.S. Navy",
                "They went to the Ministry of Defense. | MOD",
                "They went to Japan’s Ministry of Defense. | MOD",
                "The Ministry of Foreign Affairs and the Joint Staff agreed. | MOFA, Joint Staff",
            })
    void isToldByItsOneName(String sentence, String names) {
        assertThat(String.join(
                        ", ",
                        READER.read(Passage.of(""), List.of(Passage.of(sentence)))
                                .keySet()))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Ministry of Defense of Mongolia sent a team.",
                "The Ministry of Defense of the Federative Republic of Brazil sent a team.",
                "The Vietnamese Ministry of Defense sent a team.",
                "Mongolia’s Ministry of Foreign Affairs sent a team.",
                "The Ministry of Defence, Singapore, sent a team.",
                "The Joint Staff of Pakistan sent a team.",
                "He teaches at the Joint Staff College.",
                "The un was never written in small letters.",
                "Who says that the eu is one?",
                "The modest ministry of defense is not written so.",
            })
    void isNotFoundInAnothersName(String sentence) {
        assertThat(READER.read(Passage.of(""), List.of(Passage.of(sentence)))).isEmpty();
    }

    @Test
    void isToldWithTheFirstWordsThatNameIt() {
        assertThat(READER.read(
                        Passage.of("ASDF Day"), List.of(Passage.of("The Air Self-Defense Force and the EU met."))))
                .containsExactly(Map.entry("JASDF", "ASDF"), Map.entry("EU", "EU"));
    }
}
