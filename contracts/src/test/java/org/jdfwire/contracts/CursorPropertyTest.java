package org.jdfwire.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jdfwire.contracts.change.Cursor;

class CursorPropertyTest {
    private static final long MAX_OFFSET = (1L << 40) - 1;

    @Property
    void keepsItsParts(
            @ForAll @IntRange(max = 2047) int epoch,
            @ForAll @LongRange(max = MAX_OFFSET) long offset,
            @ForAll @IntRange(max = 4095) int n) {
        Cursor cursor = Cursor.of(epoch, offset, n);

        assertThat(cursor.epoch()).isEqualTo(epoch);
        assertThat(cursor.offset()).isEqualTo(offset);
        assertThat(cursor.n()).isEqualTo(n);
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @Property
    void growsWithEpochThenOffsetThenNumber(
            @ForAll @IntRange(max = 2047) int epoch1,
            @ForAll @LongRange(max = MAX_OFFSET) long offset1,
            @ForAll @IntRange(max = 4095) int n1,
            @ForAll @IntRange(max = 2047) int epoch2,
            @ForAll @LongRange(max = MAX_OFFSET) long offset2,
            @ForAll @IntRange(max = 4095) int n2) {
        Cursor first = Cursor.of(epoch1, offset1, n1);
        Cursor second = Cursor.of(epoch2, offset2, n2);

        Comparator<Cursor> byParts = Comparator.comparing(Cursor::epoch)
                .thenComparing(Cursor::offset)
                .thenComparing(Cursor::n);
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.signum(byParts.compare(first, second)));
    }

    @Property
    void refusesWhatNoFeedGave(@ForAll String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            assertThatThrownBy(() -> Cursor.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("cursor: " + text);
        }
    }
}
