package org.jdfwire.store.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * The bytes of pages as a document of the collection {@code bytes}.
 *
 * @param id their SHA-256, 64 hex digits
 * @param size how many they are
 * @param gzip the bytes, compressed
 */
@Document("bytes")
record BytesDocument(@MongoId String id, int size, Binary gzip) {
    static final String ID = "_id";

    static BytesDocument of(String sha256, byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return new BytesDocument(sha256, body.length, new Binary(compressed.toByteArray()));
    }

    /** Returns the exact bytes. */
    byte[] body() {
        try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(gzip.getData()))) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the archived bytes " + id + " are damaged", e);
        }
    }
}
