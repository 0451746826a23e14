package org.jdfwire.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedForThatSubscriptionAlone() {
        SecretBox box = new SecretBox(key(1));
        String sealed = box.seal("sub_a", SECRET);

        assertThat(box.open("sub_a", sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open("sub_b", sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(box.seal("sub_a", SECRET)).isNotEqualTo(sealed);
        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void opensNothingWithAnotherKeyAndSaysWhatToDo() {
        String sealed = new SecretBox(key(1)).seal("sub_a", SECRET);
        SecretBox other = new SecretBox(key(2));

        assertThatThrownBy(() -> other.open("sub_a", sealed))
                .hasMessageContaining("the secret of sub_a cannot be opened (expected: the store.webhooks.key");
        assertThatThrownBy(() -> new SecretBox(null).open("sub_a", sealed)).hasMessageContaining("key: none");
    }

    @Test
    void theKeyIsMadeOnceInAFileThatOnlyItsOwnerReads() throws Exception {
        Path file = folder.resolve("webhook.key");

        SecretKey made = WebhookKey.of(properties("", file.toString()));
        assertThat(WebhookKey.of(properties("", file.toString()))).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(file::equals);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aKeyFromASettingIsTakenFirstAndNeverShown() {
        String base64 = Base64.getEncoder().encodeToString(key(7).getEncoded());

        assertThat(WebhookKey.of(properties(base64, "nowhere/at/all"))).isEqualTo(key(7));
        assertThat(WebhookKey.of(properties("", ""))).isNull();
        assertThat(properties(base64, "").toString()).doesNotContain(base64);
        String shorter = base64.substring(4);
        assertThatThrownBy(() -> WebhookKey.of(properties(shorter, "")))
                .hasMessageStartingWith("store.webhooks.key: not shown (expected: 32 bytes in Base64")
                .hasMessageNotContaining(shorter);
    }

    private static WebhookProperties properties(String key, String file) {
        return new WebhookProperties(
                key, file, false, Set.of(), Set.of(), 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private static SecretKey key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return new SecretKeySpec(key, "AES");
    }
}
