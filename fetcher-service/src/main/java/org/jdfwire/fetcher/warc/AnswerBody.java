package org.jdfwire.fetcher.warc;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jdfwire.fetcher.http.ContentCodings;
import org.jdfwire.fetcher.http.Limits;
import org.netpreserve.jwarc.HttpResponse;

/** The body of an archived answer, read as an HTTP client would have got it. */
final class AnswerBody {
    private AnswerBody() {}

    /**
     * Returns the bytes, chunks and content coding undone.
     *
     * @param body what stands in the archive, chunks undone; not closed, and not read to its end where it goes on after
     *     the bytes that Content-Length promises
     * @throws EOFException when it ends before those
     * @throws IOException as {@link ContentCodings#undo} does
     */
    static byte[] read(HttpResponse answer, InputStream body) throws IOException {
        long length = statedLength(answer);
        InputStream framed = length < 0 ? body : new Framed(body, length);
        String coding = String.join(",", answer.headers().all("Content-Encoding"));
        return ContentCodings.undo(framed, coding, Limits.PAGE_BYTES).readAllBytes();
    }

    /** Returns Content-Length where it counts (RFC 9112, section 6.3), or -1. */
    private static long statedLength(HttpResponse answer) {
        String length = answer.headers().first("Content-Length").orElse("").strip();
        boolean counts = answer.headers().first("Transfer-Encoding").isEmpty() && length.matches("[0-9]{1,18}");
        return counts ? Long.parseLong(length) : -1;
    }

    /** So many bytes and no more of a stream that must have them. */
    private static final class Framed extends FilterInputStream {
        private final long length;
        private long count;

        Framed(InputStream in, long length) {
            super(in);
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            if (count == length) {
                return -1;
            }
            int n = super.read(buffer, offset, (int) Math.min(wanted, length - count));
            if (n < 0) {
                throw new EOFException("Content-Length: " + length + " (expected: the " + count + " bytes there are)");
            }
            count += n;
            return n;
        }
    }
}
