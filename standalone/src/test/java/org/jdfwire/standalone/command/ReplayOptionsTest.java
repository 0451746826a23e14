package org.jdfwire.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayOptionsTest {

    @Test
    void haveDefaults() {
        assertThat(ReplayOptions.parse(List.of())).isEqualTo(new ReplayOptions(Path.of(".jdfwire"), null, null, false));
    }

    @Test
    void areReadInBothForms() {
        assertThat(ReplayOptions.parse(
                        List.of("--dry-run", "--data=x", "--from", "2026-11-24T09:00:00+09:00", "--kafka", "h:1")))
                .isEqualTo(new ReplayOptions(Path.of("x"), "h:1", Instant.parse("2026-11-24T00:00:00Z"), true));
    }

    @Test
    void nameWhatIsWrong() {
        assertRefused("--from: yesterday (expected: an RFC 3339 time", "--from", "yesterday");
        assertRefused("--from: no value (expected: --data DIR", "--from");
        assertRefused("--dryrun: no such flag of replay (expected: --data DIR", "--dryrun");
        assertRefused("--port=1: no such flag of replay", "--port=1");
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> ReplayOptions.parse(List.of(arguments)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(message);
    }
}
