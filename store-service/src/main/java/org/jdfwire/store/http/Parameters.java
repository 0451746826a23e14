package org.jdfwire.store.http;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/** The query parameters of a request; each reading checks one of them and refuses it by name. */
final class Parameters {
    private static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final MultiValueMap<String, String> values;

    private Parameters(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** Takes the parameters of a request that knows these names; any other is a {@link Problem}. */
    static Parameters of(ServerHttpRequest request, Set<String> known) {
        return of(request.getQueryParams(), known);
    }

    /** Takes values that came in another way, as {@link #of(ServerHttpRequest, Set)} does. */
    static Parameters of(MultiValueMap<String, String> values, Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw Problem.parameter(
                        name,
                        String.valueOf(values.getFirst(name)),
                        known.isEmpty() ? "no parameters" : "one of " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new Parameters(values);
    }

    /** Refuses any parameter. */
    static void none(ServerHttpRequest request) {
        of(request, Set.of());
    }

    /** Returns the value, or null where the parameter is absent; twice is a {@link Problem}. */
    @Nullable
    String one(String name) {
        List<String> all = texts(name);
        if (all.size() > 1) {
            throw Problem.parameter(name, String.join(", ", all), "at most one value");
        }
        return all.isEmpty() ? null : all.get(0);
    }

    /** Returns the value read, or null where the parameter is absent; a refusal of the reading is a {@link Problem}. */
    <T> @Nullable T one(String name, String expected, Function<String, T> reading) {
        String text = one(name);
        return text == null ? null : read(name, text, expected, reading);
    }

    /** Returns every value read; a refusal of the reading is a {@link Problem}. */
    <T> Set<T> all(String name, String expected, Function<String, T> reading) {
        Set<T> read = new LinkedHashSet<>();
        texts(name).forEach(text -> read.add(read(name, text, expected, reading)));
        return read;
    }

    /** Returns the parameter {@code limit}: 1 to 1000, 100 where it is absent. */
    int limit() {
        Integer limit = one("limit", "1 to " + MAX_LIMIT, text -> within(1, MAX_LIMIT, text));
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** Returns the number; throws {@link IllegalArgumentException} where it is none or out of the range. */
    static int within(int least, int most, String text) {
        if (!DIGITS.matcher(text).matches()) {
            // such as a plus sign, or the digits of another script
            throw new IllegalArgumentException(text);
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** Reads one value; what the reading throws becomes a {@link Problem}. */
    static <T> T read(String name, String text, String expected, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.parameter(name, text, expected);
        }
    }

    private List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (String text : values.getOrDefault(name, List.of())) {
            if (text == null || text.isBlank()) {
                throw Problem.parameter(name, "\"\"", "a value");
            }
            if (text.indexOf('\0') >= 0) {
                // a regular expression of MongoDB ends there
                throw Problem.parameter(name, text, "a value without NUL");
            }
            texts.add(text);
        }
        return texts;
    }
}
