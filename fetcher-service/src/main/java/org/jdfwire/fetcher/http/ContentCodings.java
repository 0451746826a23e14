package org.jdfwire.fetcher.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.hc.client5.http.entity.DeflateInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes content codings (RFC 9110, section 8.4), and no other than those we say we accept. */
public final class ContentCodings {
    /** Value of Accept-Encoding. */
    static final String ACCEPTED = "gzip, deflate, br";

    /** A server that compresses what its application compressed already is seen; a third time is an attack. */
    private static final int MOST = 2;

    private ContentCodings() {}

    /**
     * Returns the body without its codings. What goes into each of them is limited like what comes out, for a few bytes
     * can be millions between two of them, and millions of bytes can be none.
     *
     * @param header value of Content-Encoding, empty where there is none
     * @param limit the most bytes at each stage
     * @throws IOException when it is broken, {@link TooLargeException} or {@link UnknownCodingException}
     */
    public static InputStream undo(InputStream body, String header, int limit) throws IOException {
        List<String> codings = new ArrayList<>();
        for (String coding : header.split(",", -1)) {
            String name = coding.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.equals("identity")) {
                codings.add(name);
            }
        }
        if (codings.size() > MOST) {
            throw new TooLargeException("compressed " + codings.size() + " times (expected: at most " + MOST + ")");
        }
        InputStream decoded = new CountedStream(body, limit);
        // the last one listed was applied last
        for (int i = codings.size() - 1; i >= 0; i--) {
            decoded = new CountedStream(undo(decoded, codings.get(i)), limit);
        }
        return decoded;
    }

    private static InputStream undo(InputStream body, String coding) throws IOException {
        return switch (coding) {
            // the JDK's stream calls itself for each empty member, until the stack is full
            case "gzip", "x-gzip" ->
                GzipCompressorInputStream.builder()
                        .setInputStream(body)
                        .setDecompressConcatenated(true)
                        .get();
            // some servers leave out the zlib wrapper that the RFC asks for; this reads both
            case "deflate" -> new DeflateInputStream(body);
            case "br" -> new BrotliInputStream(body);
            default -> throw new UnknownCodingException(coding);
        };
    }
}
