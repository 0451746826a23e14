package org.jdfwire.contracts;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The checks of the records' constructors; each names the value it refuses and what was expected. */
public final class Checks {
    private static final String HASH_PREFIX = "sha256:";
    private static final int HASH_DIGITS = 64;

    private Checks() {}

    /** Returns the value, or throws {@link IllegalArgumentException} if it is blank. */
    public static String text(String name, String value) {
        return value.isBlank() ? refuse(name, '"' + value + '"', "text") : value;
    }

    /** Returns the value, or throws {@link IllegalArgumentException} if it is below the least. */
    public static int atLeast(int least, String name, int value) {
        return value < least ? refuse(name, value, "at least " + least) : value;
    }

    /** Returns the value, or throws {@link IllegalArgumentException} if it is not 64 lower-case hex digits. */
    public static String sha256(String name, String value) {
        return isHash(value, 0) ? value : refuse(name, value, "64 lower-case hex digits");
    }

    /** Returns the value, or throws {@link IllegalArgumentException} if it is not {@code sha256:} and 64 hex digits. */
    public static String hash(String name, String value) {
        return value.startsWith(HASH_PREFIX) && isHash(value, HASH_PREFIX.length())
                ? value
                : refuse(name, value, "sha256: and 64 lower-case hex digits");
    }

    /** Returns the value, or throws {@link IllegalArgumentException} if it is not two capitals, as ISO 3166-1 has them. */
    public static String alpha2(String name, String value) {
        return value.length() == 2 && isCapital(value.charAt(0)) && isCapital(value.charAt(1))
                ? value
                : refuse(name, value, "ISO 3166-1 alpha-2, such as JP");
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Returns the one constant whose text is the value, or throws {@link IllegalArgumentException} listing them all. */
    public static <E extends Enum<E>> E oneOf(
            String name, String value, Class<E> type, Function<E, String> textOfConstant) {
        for (E constant : type.getEnumConstants()) {
            if (textOfConstant.apply(constant).equals(value)) {
                return constant;
            }
        }
        return refuse(name, value, choices(type, textOfConstant));
    }

    /** Throws {@link IllegalArgumentException} {@code name: value (expected: expected)}. */
    public static <T> T refuse(String name, Object value, String expected) {
        throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }

    /** Throws {@link IllegalArgumentException} if the collection holds one value twice. */
    public static <C extends Collection<?>> C distinct(String name, C values) {
        return values.size() <= 1 || new HashSet<>(values).size() == values.size()
                ? values
                : refuse(name, values, "no value twice");
    }

    /** Whether 64 lower-case hex digits stand from there to the end; each topic is asked several times. */
    private static boolean isHash(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return value.length() - from == HASH_DIGITS;
    }

    private static <E extends Enum<E>> String choices(Class<E> type, Function<E, String> textOfConstant) {
        return Arrays.stream(type.getEnumConstants())
                .map(textOfConstant)
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
