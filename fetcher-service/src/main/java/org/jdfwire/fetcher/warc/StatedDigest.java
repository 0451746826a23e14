package org.jdfwire.fetcher.warc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcDigest;

/** A digest that an archive states of some bytes, compared with those that are there. */
final class StatedDigest {
    /** What archives have; the library spells MD5 digests of bytes wrong. */
    private static final Set<String> COMPARED = Set.of("sha1", "sha256");

    private final String field;
    private final WarcDigest stated;
    private final List<WarcDigest> found = new ArrayList<>();

    private StatedDigest(String field, WarcDigest stated) {
        this.field = field;
        this.stated = stated;
    }

    /** Returns the digest that a field states; null where it states none, or one that is not compared. */
    static @Nullable StatedDigest of(String field, Optional<WarcDigest> stated) {
        return stated.filter(digest -> COMPARED.contains(digest.algorithm().toLowerCase(Locale.ROOT)))
                .map(digest -> new StatedDigest(field, digest))
                .orElse(null);
    }

    /** Returns a stream that digests what is read from it. */
    DigestInputStream digesting(InputStream in) {
        return new DigestInputStream(in, digester());
    }

    /** Reads a stream to its end and returns whether it is the digest of all that was read of it. */
    boolean isOfAll(DigestInputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return is(new WarcDigest(in.getMessageDigest()));
    }

    /** Whether it is the digest of what is left of a stream. */
    boolean isOf(InputStream in) throws IOException {
        return isOfAll(digesting(in));
    }

    /** Whether it is the digest of these bytes. */
    boolean isOf(byte[] bytes) {
        return is(new WarcDigest(stated.algorithm(), digester().digest(bytes)));
    }

    /** Whether it is that digest. */
    boolean is(WarcDigest digest) {
        found.add(digest);
        // which of its forms it is in cannot be told from the text alone, as the library tries to
        String text =
                stated.raw().substring(stated.raw().indexOf(':') + 1).strip().replace("=", "");
        return text.equalsIgnoreCase(digest.hex())
                || text.equalsIgnoreCase(digest.base32().replace("=", ""))
                || text.equals(digest.base64().replace("=", ""));
    }

    /** Returns what to throw where it is none of those it was compared with. */
    IOException mismatch() {
        String digests = found.stream().map(WarcDigest::toString).distinct().collect(Collectors.joining(" or "));
        return new IOException(field + ": " + stated + " (expected: that of the bytes, " + digests + ")");
    }

    private MessageDigest digester() {
        try {
            return stated.getDigester();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1 and SHA-256", e);
        }
    }
}
