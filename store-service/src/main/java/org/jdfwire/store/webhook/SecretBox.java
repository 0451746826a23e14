package org.jdfwire.store.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets in the database so that the database alone gives none away (AES-256-GCM).
 *
 * <p>They cannot be hashed as tokens are: whoever signs needs the secret itself. Each is bound to its subscription, so
 * that it opens in no other.
 */
final class SecretBox {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final @Nullable SecretKey key;

    /** A box with that key; without one it neither closes nor opens. */
    SecretBox(@Nullable SecretKey key) {
        this.key = key;
    }

    /** Whether there is a key. */
    boolean hasKey() {
        return key != null;
    }

    /** Returns a secret sealed, in Base64: the nonce, then the encrypted bytes and their tag. */
    String seal(String subscriptionId, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, subscriptionId, nonce).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, all, NONCE_BYTES, encrypted.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of " + subscriptionId + " cannot be sealed", e);
        }
    }

    /** Returns the secret; throws {@link IllegalStateException} where it was sealed with another key. */
    byte[] open(String subscriptionId, String sealed) {
        byte[] all = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, subscriptionId, nonce)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the secret of " + subscriptionId + " cannot be opened (expected: the store.webhooks.key it was"
                            + " sealed with; or rotate it)",
                    e);
        }
    }

    private Cipher cipher(int mode, String subscriptionId, byte[] nonce) throws GeneralSecurityException {
        if (key == null) {
            throw new IllegalStateException("store.webhooks.key: none (expected: one, or store.webhooks.key-file)");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(subscriptionId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
