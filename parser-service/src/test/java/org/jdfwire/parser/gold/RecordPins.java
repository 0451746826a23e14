package org.jdfwire.parser.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * Records what the present parser makes of the gold pages. Not run with the other tests, only by name.
 *
 * <p>Of a version that is recorded already it adds the pages that are new and changes nothing.
 */
class RecordPins {
    @Test
    void record() throws IOException {
        Pins present = Pins.present(GoldPage.all());
        Pins recorded = Files.exists(Pins.FILE) ? Pins.recorded() : new Pins("", present.digests());
        if (recorded.version().equals(present.version())) {
            assertThat(present.changedSince(recorded))
                    .as("version %s is recorded with other topics (expected: a new version)", present.version())
                    .isEmpty();
        }
        present.record();
        System.out.println(
                "recorded " + present.digests().size() + " pages of version " + present.version() + " in " + Pins.FILE);
    }
}
