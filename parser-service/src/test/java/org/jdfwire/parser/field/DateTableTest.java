package org.jdfwire.parser.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Occurrence.Precision;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which dates are written that is known to us, from {@code dates.psv}. */
class DateTableTest {
    private static final RelativeDays RELATIVE_DAYS = new RelativeDays(new Vocabulary());

    /** One line of the table; without a start, the sentence has no day of the topic's own. */
    record Row(
            YearMonth issue,
            String text,
            List<Occurrence> expected,
            @Nullable Occurrence before) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            String before = cells.length > 7 ? cells[7].strip() : "";
            boolean known = cells.length > 2 && !cells[2].isBlank();
            return new Row(
                    YearMonth.parse(cells[0].strip()),
                    cells[1].strip(),
                    known ? List.of(occurrence(cells)) : List.of(),
                    before.isEmpty() ? null : day(LocalDate.parse(before)));
        }

        private static Occurrence occurrence(String[] cells) {
            return new Occurrence(
                    LocalDate.parse(cells[2].strip()),
                    LocalDate.parse(cells[3].strip()),
                    cells[6].strip(),
                    Precision.valueOf(cells[4].strip().toUpperCase(Locale.ROOT)),
                    cells[5].contains("y"),
                    cells[5].contains("a"));
        }

        private static Occurrence day(LocalDate day) {
            return new Occurrence(day, day, "the entry before", Precision.DAY, true, false);
        }

        @Override
        public String toString() {
            return issue + ": " + text + (before == null ? "" : " (after " + before.start() + ")");
        }
    }

    static Stream<Row> rows() {
        return Tables.lines(DateTableTest.class, "dates.psv").stream().map(Row::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void readsTheDayThatIsMeant(Row row) {
        assertThat(new DateReader(RELATIVE_DAYS, row.issue())
                        .read(Passage.of("Title"), List.of(Passage.of(row.text())), row.before()))
                .isEqualTo(row.expected());
    }

    @Test
    void holdsAtLeast150Expressions() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(150);
    }
}
