package org.jdfwire.contracts.change;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Checks;

/**
 * A change's place in the journal: a 63-bit integer {@code epoch(11) · offset(40) · n(12)}, printed in decimal.
 *
 * <p>It only grows. Clients treat it as opaque; the parts are for the writer.
 *
 * @param value 0 and up; 0 is before every change of epoch 0 but the very first
 */
public record Cursor(long value) implements Comparable<Cursor> {
    private static final int N_BITS = 12;
    private static final int OFFSET_BITS = 40;
    private static final int MAX_N = (1 << N_BITS) - 1;
    private static final long MAX_OFFSET = (1L << OFFSET_BITS) - 1;
    private static final int MAX_EPOCH = (1 << 11) - 1;
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Cursor {
        if (value < 0) {
            Checks.refuse("cursor", value, "0 or more");
        }
    }

    /**
     * Puts a cursor together.
     *
     * @param epoch how often the Kafka topic was made anew, 0 to 2047
     * @param offset of the event in {@code jdf.topics}, 0 to 2^40 - 1
     * @param n which change of that event, 0 to 4095
     * @throws IllegalArgumentException naming the part that is out of its range
     */
    public static Cursor of(int epoch, long offset, int n) {
        range("epoch", epoch, MAX_EPOCH);
        range("offset", offset, MAX_OFFSET);
        range("n", n, MAX_N);
        return new Cursor(((long) epoch << (OFFSET_BITS + N_BITS)) | (offset << N_BITS) | n);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static Cursor parse(String text) {
        if (DECIMAL.matcher(text).matches()) {
            try {
                return new Cursor(Long.parseLong(text));
            } catch (NumberFormatException tooLarge) {
                // 19 digits can exceed 63 bits; the refusal below says so
            }
        }
        return Checks.refuse("cursor", text, "a decimal number below 2^63, as a feed gave it");
    }

    public int epoch() {
        return (int) (value >>> (OFFSET_BITS + N_BITS));
    }

    public long offset() {
        return (value >>> N_BITS) & MAX_OFFSET;
    }

    public int n() {
        return (int) (value & MAX_N);
    }

    @Override
    public int compareTo(Cursor other) {
        return Long.compare(value, other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return Long.toString(value);
    }

    private static void range(String name, long value, long most) {
        if (value < 0 || value > most) {
            Checks.refuse(name, value, "0 to " + most);
        }
    }
}
