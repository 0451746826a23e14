package org.jdfwire.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How records become JSON and hashes, the same in every service. */
public final class Json {
    /** The one mapper: absent stays absent, members keep the records' order, times are ISO 8601 in UTC. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    /** Writes records whose members are texts, truths, lists and records in canonical form at once (RFC 8785, 3.2). */
    private static final JsonMapper CANONICAL = MAPPER.rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private Json() {}

    /** Returns the value as UTF-8 JSON. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Reads UTF-8 JSON; throws {@link tools.jackson.core.JacksonException} when it is not such a value. */
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** Returns the canonical JSON of a value (RFC 8785). */
    public static String canonical(JsonNode value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(value)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON that Jackson wrote cannot be canonicalized", e);
        }
    }

    /**
     * Returns the canonical JSON of a record (RFC 8785), the same as {@link #canonical} of its tree.
     *
     * @param value without a fraction anywhere: only those are written in another way there
     */
    public static String canonicalRecord(Record value) {
        return CANONICAL.writeValueAsString(value);
    }

    /** Returns the SHA-256 of the bytes as 64 lower-case hex digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns {@code sha256:} and the hash of the text's UTF-8 bytes. */
    public static String hash(String text) {
        return "sha256:" + sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
