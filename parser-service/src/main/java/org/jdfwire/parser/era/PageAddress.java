package org.jdfwire.parser.era;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private static final Set<String> MINISTRY = Set.of("www.mod.go.jp", "mod.go.jp");
    /** Where the ministry has the magazine; its press releases have folders of that name too. */
    private static final Pattern MAGAZINE = Pattern.compile("/en?/jdf(?:/(.*))?");

    private static final Pattern ELSEWHERE = Pattern.compile(".*/jdf(?:/(.*))?");
    private static final String ISSUE = "no";
    private static final int MOST_DIGITS = 3;
    private static final Pattern FILE = Pattern.compile("(?:sp_)?([a-z0-9_-]+?)(?:\\.[a-z]+)?");

    /**
     * Returns what an address of the magazine tells, null for any other: on the ministry's site one under
     * {@code /en/jdf/} or {@code /e/jdf/}, elsewhere, as in an archive, one under {@code /jdf/}.
     */
    static @Nullable PageAddress of(String url) {
        Pattern place = isOfTheMinistry(url) ? MAGAZINE : ELSEWHERE;
        Matcher magazine = place.matcher(path(url));
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

    /** Whether an address is on the ministry's site: then it tells alone whether a page is of the magazine. */
    static boolean isOfTheMinistry(String url) {
        try {
            String host = URI.create(url).getHost();
            return host != null && MINISTRY.contains(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
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
