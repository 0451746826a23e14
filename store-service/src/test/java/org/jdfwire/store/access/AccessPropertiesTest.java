package org.jdfwire.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jdfwire.store.access.AccessProperties.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class AccessPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "AUTO,127.0.0.1,true",
        "AUTO,127.0.0.2,true",
        "AUTO,::1,true",
        "AUTO,0.0.0.0,false",
        "AUTO,::,false",
        "AUTO,192.0.2.1,false",
        "OPEN,0.0.0.0,true",
        "TOKEN,127.0.0.1,false",
    })
    void readingIsOpenByItselfOnlyOnThisMachine(Reading reading, String listens, boolean open)
            throws UnknownHostException {
        assertThat(properties(reading, List.of(), List.of()).isReadingOpen(InetAddress.getByName(listens)))
                .isEqualTo(open);
    }

    @Test
    void aStoreThatListensEverywhereNeedsATokenForReading() {
        assertThat(properties(Reading.AUTO, List.of(), List.of()).isReadingOpen(null))
                .isFalse();
    }

    @Test
    void aTokenInPlaceOfItsHashIsRefusedAndNotShown() {
        assertThatThrownBy(() -> properties(Reading.AUTO, List.of("jdfwire_secret"), List.of()))
                .hasMessage("store.access.token-sha256: not shown (expected: the SHA-256 of a token, 64 lower-case hex"
                        + " digits, or several separated by commas)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "example.org", "https://example.org/", "https://example.org/path", "null"})
    void namesAnOriginThatIsNone(String origin) {
        assertThatThrownBy(() -> properties(Reading.AUTO, List.of(), List.of(origin)))
                .hasMessageStartingWith("store.access.allowed-origins: " + origin + " (expected: an origin such as");
    }

    private static AccessProperties properties(Reading reading, List<String> hashes, List<String> origins) {
        return new AccessProperties(reading, hashes, origins, 600, false, DataSize.ofKilobytes(64));
    }
}
