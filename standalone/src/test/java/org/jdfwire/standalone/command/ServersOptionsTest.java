package org.jdfwire.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServersOptionsTest {

    @Test
    void takesTheStandardPortsWhereNoneIsGiven() {
        assertThat(ServersOptions.parse(List.of())).isEqualTo(new ServersOptions(DataFolder.STANDARD, 9092, 27017));
        assertThat(ServersOptions.parse(List.of("--data", "folder", "--kafka-port=0", "--mongodb-port", "8101")))
                .isEqualTo(new ServersOptions(Path.of("folder"), 0, 8101));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --kafka-port x      | --kafka-port: x (expected: 0 to 65535
            --mongodb-port 65536| --mongodb-port: 65536 (expected: 0 to 65535
            --mongodb-port=-1   | --mongodb-port: -1 (expected: 0 to 65535
            --kafka h:1         | --kafka: no such flag (expected: one of --data, --kafka-port, --mongodb-port)
            """)
    void refusesWhatIsNoPort(String flags, String message) {
        assertThatThrownBy(() -> ServersOptions.parse(List.of(flags.split(" "))))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(message);
    }
}
