package org.jdfwire.fetcher.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jdfwire.fetcher.http.Limits;

/** Reads a dropped file, or refuses what by its first look is no page; never holds more than the limit in memory. */
final class PageBytes {
    private static final String EXPECTED = "an HTML page";
    private static final String TEXT = "text: an HTML page has no NUL byte";
    private static final Map<String, String> SIGNATURES = new TreeMap<>(Map.ofEntries(
            Map.entry("504b0304", "a ZIP archive"),
            Map.entry("504b0506", "a ZIP archive"),
            Map.entry("1f8b", "a gzip file"),
            Map.entry("425a68", "a bzip2 file"),
            Map.entry("fd377a585a00", "an xz file"),
            Map.entry("377abcaf271c", "a 7-Zip archive"),
            Map.entry("526172211a07", "a RAR archive"),
            Map.entry("28b52ffd", "a Zstandard file"),
            Map.entry("89504e470d0a1a0a", "a PNG picture"),
            Map.entry("ffd8ff", "a JPEG picture"),
            Map.entry("47494638", "a GIF picture"),
            Map.entry("25504446", "a PDF document"),
            Map.entry("d0cf11e0a1b11ae1", "an old Office document"),
            Map.entry("7f454c46", "a program")));

    private PageBytes() {}

    /**
     * Returns the file's bytes.
     *
     * @throws RefusedFileException when it is empty, too large, a known kind of other file, or not text
     * @throws IOException when it cannot be read
     */
    static byte[] read(Path file) throws IOException, RefusedFileException {
        byte[] bytes;
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            // the size can change; the limit cannot
            bytes = in.readNBytes(Limits.PAGE_BYTES + 1);
        }
        if (bytes.length > Limits.PAGE_BYTES) {
            throw new RefusedFileException(
                    "a file of " + Math.max(size, bytes.length) + " bytes", "at most " + Limits.PAGE_BYTES);
        }
        if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            throw new RefusedFileException(bytes.length == 0 ? "an empty file" : "nothing but white space", EXPECTED);
        }
        refuseOtherKinds(bytes);
        refuseBinary(bytes);
        return bytes;
    }

    private static void refuseOtherKinds(byte[] bytes) throws RefusedFileException {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        for (Map.Entry<String, String> signature : SIGNATURES.entrySet()) {
            if (start.startsWith(signature.getKey())) {
                throw new RefusedFileException(signature.getValue(), EXPECTED);
            }
        }
    }

    private static void refuseBinary(byte[] bytes) throws RefusedFileException {
        if (isUtf16(bytes)) {
            return;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new RefusedFileException("a NUL byte at position " + i, TEXT);
            }
        }
    }

    /** Whether the bytes begin with the byte order mark of UTF-16, in which every other byte of English is NUL. */
    static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }
}
