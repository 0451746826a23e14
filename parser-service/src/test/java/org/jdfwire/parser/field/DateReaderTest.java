package org.jdfwire.parser.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Occurrence.Precision;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {
    private static final RelativeDays RELATIVE_DAYS = new RelativeDays(new Vocabulary());

    @ParameterizedTest(name = "{1} in {0} is {2} to {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-03 | On December 15, they met. | 2020-12-15 | 2020-12-15",
                "2021-03 | On January 14, they met. | 2021-01-14 | 2021-01-14",
                "2021-03 | On March 31, they met. | 2021-03-31 | 2021-03-31",
                "2021-03 | On July 8th, they met. | 2020-07-08 | 2020-07-08",
                "2018-10 | They met on August 20th 2018 in Tokyo. | 2018-08-20 | 2018-08-20",
                "2011-09 | July 9th 2011 was the day. | 2011-07-09 | 2011-07-09",
                "2018-10 | It began on 3 August. | 2018-08-03 | 2018-08-03",
                "2018-10 | On 7 September they met. | 2018-09-07 | 2018-09-07",
                "2018-12 | On the 21, November they met. | 2018-11-21 | 2018-11-21",
                "2018-12 | Oct. 25 was the day. | 2018-10-25 | 2018-10-25",
                "2018-12 | It was on the 20th of December. | 2018-12-20 | 2018-12-20",
                "2021-03 | From December 9 to 11, he visited. | 2020-12-09 | 2020-12-11",
                "2018-10 | He went from June 29 to July 3. | 2018-06-29 | 2018-07-03",
                "2018-12 | October 21-24 he was away. | 2018-10-21 | 2018-10-24",
                "2018-12 | On November 16 and 17, they met. | 2018-11-16 | 2018-11-17",
                "2018-12 | On November 16 and 17 ships left. | 2018-11-16 | 2018-11-16",
                "2018-10 | From June 3rd to 5th, they met. | 2018-06-03 | 2018-06-05",
                "2018-10 | It ran between April 18th and 23rd there. | 2018-04-18 | 2018-04-23",
                "2018-10 | For 30 days starting from June 1, they sailed. | 2018-06-01 | 2018-06-30",
                "2018-10 | At 9:15am on February 4th, it began. | 2018-02-04 | 2018-02-04",
                "2018-10 | On July 6,two ships left. | 2018-07-06 | 2018-07-06",
                "2018-10 | On July 16 th, they left. | 2018-07-16 | 2018-07-16",
                "2021-01 | From December 29 to January 3, he was away. | 2020-12-29 | 2021-01-03",
                "2021-01 | From 29 December to 3 January 2021, he was away. | 2020-12-29 | 2021-01-03",
                "2018-10 | From 3 to 5 August, they met. | 2018-08-03 | 2018-08-05",
                "2018-10 | From September 28 to October 2, 2018, they met. | 2018-09-28 | 2018-10-02",
                "2021-03 | On February 29, a leap day, they met. | 2020-02-29 | 2020-02-29",
                "2019-12 | On February 29, a leap day, they met. |  | ",
                "2020-12 | On 2020/11/02, the band played. | 2020-11-02 | 2020-11-02",
                "2020-12 | On 2020/11/2, the band played. | 2020-11-02 | 2020-11-02",
                "2020-12 | The band played (2020-11-02). | 2020-11-02 | 2020-11-02",
                "2020-12 | From 2020-11-02 to 2020-11-04 the band played. | 2020-11-02 | 2020-11-04",
                "2020-12 | On 2 Nov. 2020 the band played. | 2020-11-02 | 2020-11-02",
                "2020-12 | On Nov 2nd, 2020, the band played. | 2020-11-02 | 2020-11-02",
                "2020-12 | Call 03-2020-11-02 or 2020-11-0211. |  | ",
                "2020-12 | Call +81 2020-11-02 today. |  | ",
                "2020-12 | Tel: 2020-11-02. |  | ",
                "2020-12 | The band played (2020.11.2). | 2020-11-02 | 2020-11-02",
                "2020-12 | The band played from 2020.11.2 to 2020.11.04. | 2020-11-02 | 2020-11-04",
                "2020-12 | Version 1.2020.11.2 and 2020.11.2.1 and 2020.11/2 |  | ",
                "2021-03 | From December 28, 2020 to January 5, units removed snow. | 2020-12-28 | 2021-01-05",
                "2020-12 | The model 2020/11/02/7 and the lot A2020-11-02 came. |  | ",
                "2020-12 | They were 2020/13/02, 2020/11-02 and 1/3. |  | ",
                "2020-12 | Over three days from the 2nd of November, it toured. | 2020-11-02 | 2020-11-04",
                "2020-12 | Over three days from the 2nd to the 4th of November, it toured. | 2020-11-02 | 2020-11-04",
                "2020-12 | Over the two weeks from November 2, it toured. | 2020-11-02 | 2020-11-15",
                "2020-12 | It lasted over three days from November 2. | 2020-11-02 | 2020-11-02",
                "2020-12 | Over 30 days from November 2 they sailed. | 2020-11-02 | 2020-11-02",
                "2018-10 | In August of this year, they met. | 2018-08-01 | 2018-08-31",
                "2018-10 | In November 2017, they met. | 2017-11-01 | 2017-11-30",
                "2018-10 | They met on June 31. |  | ",
                "2018-10 | They may meet again. |  | ",
                "2018-10 | They will meet on December 5, 2018. |  | ",
                "2018-10 | The treaty of May 3, 1960 stands; on July 2, they met. | 2018-07-02 | 2018-07-02",
            })
    void readsTheFormsOfTheMagazine(YearMonth issue, String text, LocalDate start, LocalDate end) {
        List<Occurrence> read =
                new DateReader(RELATIVE_DAYS, issue).read(Passage.of("Title"), List.of(Passage.of(text)), null);
        if (start == null) {
            assertThat(read).isEmpty();
        } else {
            assertThat(read).hasSize(1);
            assertThat(read.get(0).start()).isEqualTo(start);
            assertThat(read.get(0).end()).isEqualTo(end);
        }
    }

    @Test
    void saysWhatItInferred() {
        Occurrence without = new DateReader(RELATIVE_DAYS, YearMonth.of(2021, 3))
                .read(Passage.of(""), List.of(Passage.of("On May 1, so.")), null)
                .get(0);
        Occurrence with = new DateReader(RELATIVE_DAYS, YearMonth.of(2021, 3))
                .read(Passage.of(""), List.of(Passage.of("On May 1, 2020, so.")), null)
                .get(0);
        assertThat(without)
                .isEqualTo(new Occurrence(
                        LocalDate.of(2020, 5, 1), LocalDate.of(2020, 5, 1), "On May 1", Precision.DAY, true, false));
        assertThat(with.yearInferred()).isFalse();
        assertThat(with.text()).isEqualTo("On May 1, 2020");
    }

    @Test
    void knowsNoYearWhereTheIssueHasNoMonth() {
        assertThat(new DateReader(RELATIVE_DAYS, null)
                        .read(Passage.of(""), List.of(Passage.of("On May 1, they met.")), null))
                .isEmpty();
        assertThat(new DateReader(RELATIVE_DAYS, null)
                        .read(Passage.of(""), List.of(Passage.of("On May 1, 2007, they met.")), null))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "On July 3, the unit sailed. | It was founded on May 9, 2011. | ",
                "On August 2, he took office. | Date of birth: June 6, 1961 | ",
                "In July, the unit sailed. | It was founded on May 9, 2011. | ",
                "On July 3, the unit sailed; it was founded on May 9, 2011. | It sailed on. | ",
                "The storm came on July 3. On July 9, 2011, the unit sailed. | It sailed on. | 2011-07-09",
                "The storm came on December 30. On January 2, 2011, the unit sailed. | It sailed on. | 2011-01-02",
                "They met on May 9, 2011. | They meet again on July 3. | 2011-05-09",
                "They met on the hill. | It was on May 9, 2011. | 2011-05-09",
                "The band has played since May 9, 1996. | It plays on. | ",
            })
    void takesNoDateOfSomethingElseForOneWhoseYearNobodyKnows(String first, String second, LocalDate start) {
        List<Occurrence> read = new DateReader(RELATIVE_DAYS, null)
                .read(Passage.of("Title"), List.of(Passage.of(first), Passage.of(second)), null);
        assertThat(read).extracting(Occurrence::start).isEqualTo(start == null ? List.of() : List.of(start));
    }

    @ParameterizedTest(name = "{1} in {0} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-02 | He praised the statement issued after the talks held in May 2013. | ",
                "2014-02 | He praised the statement issued after the talks held in December 2013. | 2013-12-01",
                "2014-02 | The talks were last held in May 2013. | 2013-05-01",
                "2014-02 | In May 2013, the talks held in Lima ended. | 2013-05-01",
            })
    void takesNoMonthOfATalkThatIsNamedInPassing(YearMonth issue, String text, LocalDate start) {
        List<Occurrence> read =
                new DateReader(RELATIVE_DAYS, issue).read(Passage.of("Title"), List.of(Passage.of(text)), null);
        assertThat(read).extracting(Occurrence::start).isEqualTo(start == null ? List.of() : List.of(start));
    }

    @Test
    void takesNoMonthThatTheTextOnlyLooksBackTo() {
        String text = "The minister spoke. He recalled that in November 2020 a ship was sent.";
        assertThat(new DateReader(RELATIVE_DAYS, YearMonth.of(2021, 3))
                        .read(Passage.of(""), List.of(Passage.of(text)), null))
                .isEmpty();
    }

    @Test
    void countsOnTheSameDayFromTheEntryBefore() {
        Occurrence before = new Occurrence(
                LocalDate.of(2020, 12, 15), LocalDate.of(2020, 12, 15), "On December 15", Precision.DAY, true, false);
        Occurrence read = new DateReader(RELATIVE_DAYS, YearMonth.of(2021, 3))
                .read(Passage.of(""), List.of(Passage.of("On the same day, they met.")), before)
                .get(0);
        assertThat(read.start()).isEqualTo(LocalDate.of(2020, 12, 15));
        assertThat(read.text()).isEqualTo("On the same day");
        assertThat(read.anchorInferred()).isTrue();
        assertThat(new DateReader(RELATIVE_DAYS, YearMonth.of(2021, 3))
                        .read(Passage.of(""), List.of(Passage.of("On the same day, they met.")), null))
                .isEmpty();
    }
}
