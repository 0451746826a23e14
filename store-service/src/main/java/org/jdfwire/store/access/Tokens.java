package org.jdfwire.store.access;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.Json;
import org.jspecify.annotations.Nullable;

/**
 * The tokens, collection {@code tokens}: {@code {_id: name, sha256, createdAt}}, and once it is revoked {@code {_id,
 * createdAt, revokedAt}}. A token itself is seen only by who makes it.
 *
 * <p>A token is {@code jdfwire_} and 256 random bits in base64url, so nobody can guess one, a hash without salt is
 * enough, and tools that look for leaked secrets can tell what it is.
 */
public final class Tokens {
    private static final String COLLECTION = "tokens";
    private static final String ID = "_id";
    private static final String SHA256 = "sha256";
    private static final String CREATED_AT = "createdAt";
    private static final String REVOKED_AT = "revokedAt";
    private static final String PREFIX = "jdfwire_";
    private static final int BYTES = 32;
    private static final String FIRST = "first";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final MongoCollection<Document> tokens;
    private final SecureRandom random = new SecureRandom();

    /** Keeps the tokens in that database. */
    public Tokens(MongoDatabase database) {
        tokens = database.getCollection(COLLECTION);
    }

    /**
     * What is known of a token.
     *
     * @param name what it is called, in the log and in what its owner asks for
     * @param createdAt when it was made
     * @param revokedAt since when it is no longer taken, or null while it is
     */
    public record Token(
            String name, Instant createdAt, @Nullable Instant revokedAt) {}

    /**
     * Makes a token and returns it, for the only time.
     *
     * @throws IllegalArgumentException where the name is no name, or another token that is still taken has it
     */
    public String add(String name) {
        if (!NAME.matcher(name).matches()) {
            Checks.refuse("name of a token", name, "1 to 64 letters, digits, dots, hyphens or underscores");
        }
        String token = newToken();
        tokens.deleteOne(Filters.and(Filters.eq(ID, name), Filters.exists(REVOKED_AT)));
        try {
            tokens.insertOne(
                    new Document(ID, name).append(SHA256, hash(token)).append(CREATED_AT, Date.from(Instant.now())));
        } catch (DuplicateKeyException | MongoWriteException e) {
            if (find(name) == null) {
                throw e;
            }
            Checks.refuse("name of a token", name, "one that no token has; revoke that one or choose another name");
        }
        return token;
    }

    /** Makes the first token and returns it; null where there is or ever was one. */
    public @Nullable String addFirst() {
        return tokens.find().first() == null ? add(FIRST) : null;
    }

    /** Returns every token, those that were revoked too, by name. */
    public List<Token> all() {
        return tokens.find().sort(Sorts.ascending(ID)).map(Tokens::token).into(new ArrayList<>());
    }

    /** Takes a token no longer, from the next request on; false where none that is taken has that name. */
    public boolean revoke(String name) {
        Document found = find(name);
        if (found == null || found.containsKey(REVOKED_AT)) {
            return false;
        }
        Document revoked = new Document(ID, name)
                .append(CREATED_AT, found.getDate(CREATED_AT))
                .append(REVOKED_AT, Date.from(Instant.now()));
        return tokens.replaceOne(Filters.eq(ID, name), revoked).getMatchedCount() == 1;
    }

    /**
     * Returns the name of a token, or null where it is not taken. Every hash is compared, each in constant time, so that
     * how long it takes tells nothing of what is known.
     */
    @Nullable
    String nameOf(String token) {
        String hash = hash(token);
        String name = null;
        for (Document known : tokens.find(Filters.exists(SHA256))) {
            if (isSame(hash, known.getString(SHA256))) {
                name = known.getString(ID);
            }
        }
        return name;
    }

    /** Returns the SHA-256 of a token, 64 hex digits. */
    static String hash(String token) {
        return Json.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether two hashes are the same, in constant time. */
    static boolean isSame(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private String newToken() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private @Nullable Document find(String name) {
        return tokens.find(Filters.eq(ID, name)).first();
    }

    private static Token token(Document document) {
        Date revokedAt = document.getDate(REVOKED_AT);
        return new Token(
                document.getString(ID),
                Objects.requireNonNull(document.getDate(CREATED_AT)).toInstant(),
                revokedAt == null ? null : revokedAt.toInstant());
    }
}
