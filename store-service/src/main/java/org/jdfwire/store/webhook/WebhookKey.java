package org.jdfwire.store.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/** The key that the secrets are encrypted with: from a setting, or from a file that is made where it is absent. */
final class WebhookKey {
    private static final int BYTES = 32;
    private static final String FORM = BYTES + " bytes in Base64, as openssl rand -base64 32 makes them";

    private WebhookKey() {}

    /** Returns the key, or null where neither setting is given. */
    static @Nullable SecretKey of(WebhookProperties properties) {
        if (!properties.key().isBlank()) {
            return read("store.webhooks.key", properties.key());
        }
        if (properties.keyFile().isBlank()) {
            return null;
        }
        Path file = Path.of(properties.keyFile());
        try {
            makeIfAbsent(file);
            return read(properties.keyFile(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("store.webhooks.key-file: " + file + " cannot be read or made", e);
        }
    }

    private static SecretKey read(String name, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            key = new byte[0];
        }
        if (key.length != BYTES) {
            // never the value: it may be the key but for a letter
            Checks.refuse(name, "not shown", FORM);
        }
        return new SecretKeySpec(key, "AES");
    }

    private static void makeIfAbsent(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path parent = file.toAbsolutePath().getParent();
        // written beside it first, so that no other process finds half a key
        Path made = Files.createTempFile(parent, "webhook", ".key", ownerOnly());
        try {
            Files.writeString(made, Base64.getEncoder().encodeToString(key) + "\n", StandardCharsets.US_ASCII);
            putInPlace(made, file);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static void putInPlace(Path made, Path file) throws IOException {
        try {
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException madeByAnother) {
            // theirs is the key
            return;
        } catch (FileSystemException | UnsupportedOperationException noHardLinksHere) {
            Files.move(made, file);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
