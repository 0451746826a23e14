package org.jdfwire.fetcher.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the URL that a dropped page is said to have: in the {@code .url} file beside it, else in the comment with which
 * browsers save a page, else in its canonical link.
 */
final class StatedUrl {
    private static final String EXPECTED = "an absolute http or https URL";
    private static final int SHORTCUT_BYTES = 16 * 1024;
    private static final int HEAD_BYTES = 16 * 1024;
    private static final Pattern SHORTCUT_LINE = Pattern.compile("(?im)^\\s*(?:URL\\s*=\\s*)?(https?://\\S+)\\s*$");
    private static final Pattern SAVED_FROM =
            Pattern.compile("(?i)<!--\\s*saved from url=\\(\\d+\\)(https?://\\S+)\\s*-->");

    private StatedUrl() {}

    /**
     * Returns the URL, or null where none is stated at all.
     *
     * @throws RefusedFileException when one is stated that is no URL
     * @throws IOException when the {@code .url} file cannot be read
     */
    static @Nullable HttpUrl find(DroppedFile file, byte[] page) throws IOException, RefusedFileException {
        Path shortcut = file.shortcut();
        if (shortcut != null) {
            return fromShortcut(shortcut);
        }
        String comment = savedFrom(page);
        if (comment != null) {
            return parse("the comment \"saved from url\" says " + comment, comment);
        }
        String link = canonicalLink(page);
        return link == null ? null : parse("the canonical link says " + link, link);
    }

    private static HttpUrl fromShortcut(Path shortcut) throws IOException, RefusedFileException {
        String text;
        try (InputStream in = Files.newInputStream(shortcut)) {
            text = new String(in.readNBytes(SHORTCUT_BYTES), StandardCharsets.UTF_8);
        }
        // a byte order mark is no part of the first line
        Matcher line = SHORTCUT_LINE.matcher(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (!line.find()) {
            throw new RefusedFileException(
                    shortcut.getFileName() + " has no URL in it", "a line URL=https://…, or just the URL");
        }
        return parse(shortcut.getFileName() + " says " + line.group(1), line.group(1));
    }

    private static @Nullable String savedFrom(byte[] page) {
        Charset charset = PageBytes.isUtf16(page) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
        Matcher comment = SAVED_FROM.matcher(new String(page, 0, Math.min(page.length, HEAD_BYTES), charset));
        return comment.find() ? comment.group(1) : null;
    }

    private static @Nullable String canonicalLink(byte[] page) throws IOException {
        Element link = Jsoup.parse(new ByteArrayInputStream(page), null, "")
                .selectFirst("link[rel~=(?i)(^|\\s)canonical(\\s|$)][href]");
        return link == null ? null : link.attr("href");
    }

    private static HttpUrl parse(String statement, String url) throws RefusedFileException {
        try {
            return HttpUrl.parse(url);
        } catch (IllegalArgumentException e) {
            throw new RefusedFileException(statement, EXPECTED);
        }
    }
}
