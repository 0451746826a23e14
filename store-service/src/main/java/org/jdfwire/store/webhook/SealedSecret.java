package org.jdfwire.store.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret as the database has it.
 *
 * @param sealed only {@link SecretBox} opens it
 * @param madeAt when it was made
 * @param until when it signs no longer, after a rotation; null for the one in use
 */
public record SealedSecret(
        String sealed, Instant madeAt, @Nullable Instant until) {

    boolean signs(Instant now) {
        return until == null || until.isAfter(now);
    }
}
