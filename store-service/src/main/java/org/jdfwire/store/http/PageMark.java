package org.jdfwire.store.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jdfwire.contracts.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The parameter {@code page}: where the last page of a list ended, opaque to clients. */
final class PageMark {
    static final String PAGE = "page";
    private static final String EXPECTED = "the next of the page before, asked for with the same sort";

    private PageMark() {}

    /** Writes the parts, the first of which names the list and its order. */
    static String write(String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(List.of(parts)));
    }

    /**
     * Reads the parameter, or returns null where it is absent.
     *
     * @param list the first part that the mark must have
     * @param reading makes the mark of all three parts
     */
    static <M> @Nullable M read(Parameters parameters, String list, Function<String[], M> reading) {
        return parameters.one(PAGE, EXPECTED, text -> {
            String[] parts = parts(text);
            if (parts == null || parts.length != 3 || !list.equals(parts[0]) || parts[1] == null || parts[2] == null) {
                throw new IllegalArgumentException(text);
            }
            return reading.apply(parts);
        });
    }

    /** Returns what the JSON holds, anything of which can be null. */
    private static @Nullable String @Nullable [] parts(String text) {
        String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        try {
            return Json.MAPPER.readValue(json, String[].class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
