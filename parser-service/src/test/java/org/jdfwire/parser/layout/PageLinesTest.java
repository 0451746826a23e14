package org.jdfwire.parser.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single lines of a page are: each of these passes the quick question that comes before its pattern, or does not. */
class PageLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Copyright(c) Ministry of Defense",
                "© 2021 Japan Ministry of Defense",
                "(C) 2019 Ministry of Defense",
                "ALL RIGHTS RESERVED",
                "5-1 Ichigaya Honmura-cho, Shinjuku-ku, Tokyo 162-8801",
                "〒162-8801",
                "Tel: 03-5366-3111",
            })
    void isAFooter(String line) {
        assertThat(Footers.isFooter(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The copyrighted chart",
                "All rights of the crew are reserved",
                "(c) The minister at the ceremony",
                "Tokyo, 162 days before",
                "For questions the embassy has Tel: 03-5366-3111.",
            })
    void isNoFooter(String line) {
        assertThat(Footers.isFooter(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This site uses cookies to count its visitors.",
                "To read these you need Adobe Acrobat Reader.",
                "Posted on March 3, 2021 by the office",
                "Last updated: 2021/03/03",
                "Share this page",
                "Font size: large",
            })
    void isANotice(String line) {
        assertThat(Notices.isNotice(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The cooks baked cookies", "Posted to Djibouti", "Share of women", "An adobe house"})
    void isNoNotice(String line) {
        assertThat(Notices.isNotice(line)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Visit to Guam PAGE TOP, Visit to Guam",
        "Visit to Guam [back to the top], Visit to Guam",
        "Visit to Guam ▲page top▲, Visit to Guam",
        "Visit to Guam #, Visit to Guam",
        "Visit to Guam¶, Visit to Guam",
        "Visit to the Mountain Top, Visit to the Mountain Top",
        "PAGE TOP, PAGE TOP",
    })
    void losesTheWayAtItsEnd(String line, String rest) {
        assertThat(PageLines.withoutWayAtEnd(line)).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Japan Defense Focus No.20|20",
                "no 7 of them|7",
                "No. 1332021 March|133",
                "NO.8 TOPICS|8",
                "No one knew 12|",
                "Noon at 12|",
                "No.0|",
                "It is the 20th|",
            },
            delimiter = '|')
    void statesANumber(String line, Integer number) {
        assertThat(HeaderLines.issueNumber(line)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Japan Defense Focus No.20 MARCH 2011|2011-03",
                "No.133 Mar.,2021|2021-03",
                "No.133 2021/03|2021-03",
                "No.133 2021 March|2021-03",
                "2021/03|",
                "On March 3, 2021|",
                "Olympics 2020|",
            },
            delimiter = '|')
    void statesAMonth(String line, YearMonth month) {
        assertThat(HeaderLines.month(line)).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "TOPICS|topics",
                "Topic|topic",
                "[ Special Feature 2 ]|specialfeature2",
                "Leaders|leaders",
                "Activity|",
                "Topics of the month|",
                "Topics 123|",
            },
            delimiter = '|')
    void namesASection(String line, String section) {
        assertThat(Sections.named(line)).isEqualTo(section);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "1. Overview|true",
                "(iii) Results|true",
                "Q1 Why is that|true",
                "Chapter 2|true",
                "Step-ii by step|true",
                "12 ships|false",
                "A visit|false",
                "Mr. Aoba speaks|false",
                "Seven (7) ships|false",
            },
            delimiter = '|')
    void isNumbered(String heading, boolean numbered) {
        assertThat(NumberedHeadings.isNumbered(heading)).isEqualTo(numbered);
    }
}
