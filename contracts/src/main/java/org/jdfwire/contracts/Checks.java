package org.jdfwire.contracts;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The checks of the records' constructors; each names the value it refuses and what was expected. */
public final class Checks {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

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
        return SHA256.matcher(value).matches() ? value : refuse(name, value, "64 lower-case hex digits");
    }

    /** Returns the value, or throws {@link IllegalArgumentException} if it is not {@code sha256:} and 64 hex digits. */
    public static String hash(String name, String value) {
        return value.startsWith("sha256:") && SHA256.matcher(value.substring(7)).matches()
                ? value
                : refuse(name, value, "sha256: and 64 lower-case hex digits");
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
        return values.stream().distinct().count() == values.size() ? values : refuse(name, values, "no value twice");
    }

    private static <E extends Enum<E>> String choices(Class<E> type, Function<E, String> textOfConstant) {
        return Arrays.stream(type.getEnumConstants())
                .map(textOfConstant)
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
