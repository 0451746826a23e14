package org.jdfwire.fetcher.site;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdfwire.contracts.Checks;

/** The addresses of back numbers, written as one with a range: {@code https://…/no[01-112]/topics.html}. */
public final class BackNumbers {
    private static final Pattern RANGE = Pattern.compile("([^\\[]*)\\[([0-9]{1,4})-([0-9]{1,4})](.*)");

    private BackNumbers() {}

    /**
     * Returns one address a number, each padded with zeros to the length of the first; an address without a range is
     * itself.
     *
     * @throws IllegalArgumentException where the range ends before it begins
     */
    public static List<String> expand(String address) {
        Matcher parts = RANGE.matcher(address);
        if (!parts.matches()) {
            return List.of(address);
        }
        int first = Integer.parseInt(parts.group(2));
        int last = Integer.parseInt(parts.group(3));
        if (last < first) {
            Checks.refuse("range of numbers", address, "the lower number first");
        }
        String padded = "%0" + parts.group(2).length() + "d";
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> parts.group(1) + String.format(Locale.ROOT, padded, number) + parts.group(4))
                .toList();
    }
}
