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
    private static final String ISSUE = "no";
    private static final int MOST_DIGITS = 3;
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
        // an issue's folder counts as one with or without the slash after it
        boolean folder = last.isEmpty() || issue(last) != null;
        Matcher file = FILE.matcher(last);
        return new PageAddress(
                folders.subList(0, folders.size() - 1),
                number(folders),
                folder ? "" : file.matches() ? file.group(1) : null);
    }

    private static @Nullable Integer number(List<String> folders) {
        for (String folder : folders) {
            Integer number = issue(folder);
            if (number != null) {
                return number == 0 ? null : number;
            }
        }
        return null;
    }

    /** Returns the number in the name of an issue's folder, null for any other. */
    private static @Nullable Integer issue(String folder) {
        int digits = folder.length() - ISSUE.length();
        if (!folder.startsWith(ISSUE) || digits < 1 || digits > MOST_DIGITS) {
            return null;
        }
        int number = 0;
        for (int at = ISSUE.length(); at < folder.length(); at++) {
            char c = folder.charAt(at);
            if (c < '0' || c > '9') {
                return null;
            }
            number = number * 10 + (c - '0');
        }
        return number;
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
