package org.jdfwire.store.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChunkTest {

    @Test
    void standsBetweenItsLengthInHexadecimalsAndALineEnd() {
        Chunk chunk = Chunk.of("0123456789abcdefghijklmnopq".getBytes(StandardCharsets.US_ASCII));

        assertThat(new String(chunk.framed(), StandardCharsets.US_ASCII))
                .isEqualTo("1b\r\n0123456789abcdefghijklmnopq\r\n");
        assertThat(new String(chunk.framed(), chunk.start(), chunk.length(), StandardCharsets.US_ASCII))
                .isEqualTo("0123456789abcdefghijklmnopq");
    }

    @Test
    void isNeverEmptyForThatWouldEndTheBody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chunk.of(new byte[0]))
                .withMessage("content: none (expected: at least one byte)");
    }
}
