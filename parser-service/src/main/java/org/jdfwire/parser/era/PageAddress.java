package org.jdfwire.parser.era;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page's address tells of it.
 *
 * @param folders names of the folders under the magazine's, in lower case
 * @param number of the issue, null where no folder names one
 * @param file the file's name without ending and without {@code sp_}, empty for a folder, null where it is no name
 */
record PageAddress(
        List<String> folders,
        @Nullable Integer number,
        @Nullable String file) {
    private static final Pattern MAGAZINE = Pattern.compile(".*/jdf(?:/(.*))?");
    private static final Pattern ISSUE = Pattern.compile("no(\\d{1,3})");
    private static final Pattern FILE = Pattern.compile("(?:sp_)?([a-z0-9_-]+?)(?:\\.[a-z]+)?");

    /** Returns what an address under {@code /jdf/} tells, null for any other. */
    static @Nullable PageAddress of(String url) {
        Matcher magazine = MAGAZINE.matcher(path(url));
        if (!magazine.matches()) {
            return null;
        }
        String rest = magazine.group(1) == null ? "" : magazine.group(1);
        List<String> folders = List.of(rest.split("/", -1));
        String last = folders.get(folders.size() - 1);
        Matcher issue = folders.stream()
                .map(ISSUE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElse(null);
        // an issue's folder counts as one with or without the slash after it
        boolean folder = last.isEmpty() || ISSUE.matcher(last).matches();
        Matcher file = FILE.matcher(last);
        return new PageAddress(
                folders.subList(0, folders.size() - 1),
                issue == null || Integer.parseInt(issue.group(1)) == 0 ? null : Integer.valueOf(issue.group(1)),
                folder ? "" : file.matches() ? file.group(1) : null);
    }

    private static String path(String url) {
        try {
            String path = URI.create(url).getPath();
            return path == null ? "" : path.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // an address that is none has no path; the title decides
            return "";
        }
    }
}
