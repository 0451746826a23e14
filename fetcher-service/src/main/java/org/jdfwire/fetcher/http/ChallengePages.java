package org.jdfwire.fetcher.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Knows the pages with which a host asks for a browser, also where their status claims that all is well. */
public final class ChallengePages {
    private static final String RESOURCE = "challenge-pages.txt";
    /** They are short, and say early what they are. */
    private static final int LOOKED_AT = 64 * 1024;

    /** Each a list of texts that must all be there, in lower case. */
    private static final List<List<String>> SIGNATURES = read();

    private ChallengePages() {}

    /** Whether this is one of them. */
    public static boolean matches(byte[] body) {
        // the signatures are ASCII, so any charset that keeps ASCII will do
        String beginning = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return SIGNATURES.stream().anyMatch(signature -> signature.stream().allMatch(beginning::contains));
    }

    private static List<List<String>> read() {
        InputStream resource = Objects.requireNonNull(ChallengePages.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.toLowerCase(Locale.ROOT).split(" \\+ ", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
