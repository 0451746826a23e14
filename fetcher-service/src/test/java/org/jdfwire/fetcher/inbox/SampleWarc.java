package org.jdfwire.fetcher.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.WarcDigest;

/** Writes an archive as ISO 28500 says, record by record, and as wrong as a test wishes. */
final class SampleWarc {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final boolean compressed;
    private int records;

    SampleWarc(boolean compressed) {
        this.compressed = compressed;
    }

    /** Adds an answer with status 200 and HTML. */
    SampleWarc html(String url, String date, String body) {
        return response(url, date, "200 OK", "Content-Type: text/html\r\nETag: \"archived\"\r\n", bytes(body));
    }

    SampleWarc response(String url, String date, String status, String httpHeaders, byte[] body) {
        return record("response", url, date, "application/http; msgtype=response", "", http(status, httpHeaders, body));
    }

    SampleWarc record(String type, String url, String date, String contentType, String more, byte[] block) {
        String header = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: " + date
                + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-" + String.format("%012d", ++records)
                + ">\r\nContent-Type: " + contentType + "\r\n" + more + "Content-Length: " + block.length + "\r\n\r\n";
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(bytes(header));
        record.writeBytes(block);
        record.writeBytes(bytes("\r\n\r\n"));
        return raw(compressed ? gzip(record.toByteArray()) : record.toByteArray());
    }

    SampleWarc raw(byte[] bytes) {
        file.writeBytes(bytes);
        return this;
    }

    int size() {
        return file.size();
    }

    byte[] toBytes() {
        return file.toByteArray();
    }

    static byte[] http(String status, String headers, byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(bytes("HTTP/1.1 " + status + "\r\n" + headers + "\r\n"));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    /** Cuts bytes into chunks of three (RFC 9112, section 7.1). */
    static byte[] chunked(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int i = 0; i < body.length; i += 3) {
            int size = Math.min(3, body.length - i);
            chunks.writeBytes(bytes(size + "\r\n"));
            chunks.write(body, i, size);
            chunks.writeBytes(bytes("\r\n"));
        }
        chunks.writeBytes(bytes("0\r\n\r\n"));
        return chunks.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    /** Returns a digest as archives state it: the algorithm and base 32. */
    static String digest(String algorithm, byte[] bytes) {
        try {
            return new WarcDigest(algorithm, WarcDigest.getDigester(algorithm).digest(bytes)).prefixedBase32();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(algorithm, e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
