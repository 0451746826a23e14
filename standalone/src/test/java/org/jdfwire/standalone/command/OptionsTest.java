package org.jdfwire.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void haveDefaults() {
        Options options = Options.parse(List.of());

        assertThat(options.data()).isNull();
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.managementPort()).isEqualTo(9080);
        assertThat(options.sources()).isNull();
        assertThat(options.kafka()).isNull();
        assertThat(options.mongodbUri()).isNull();
    }

    @Test
    void areReadInBothForms() {
        Options options = Options.parse(List.of(
                "--data",
                "x",
                "--port=1",
                "--management-port",
                "2",
                "--sources=none",
                "--kafka",
                "h:1",
                "--mongodb.uri=m"));

        assertThat(options.data()).isEqualTo(Path.of("x"));
        assertThat(options.port()).isEqualTo(1);
        assertThat(options.managementPort()).isEqualTo(2);
        assertThat(options.sources()).isEqualTo("none");
        assertThat(options.kafka()).isEqualTo("h:1");
        assertThat(options.mongodbUri()).isEqualTo("m");
    }

    @Test
    void nameWhatIsWrong() {
        assertRefused("--prot: no such flag (expected: one of --data, --kafka, --management-port,", "--prot", "1");
        assertRefused("--port: no value (expected: --port VALUE)", "--port");
        assertRefused("--data: given twice (expected: once)", "--data", "a", "--data", "b");
        assertThatThrownBy(() -> Options.parse(List.of("--port", "65536")).port())
                .hasMessage("--port: 65536 (expected: 0 to 65535; 0 takes any free port)");
        assertThatThrownBy(() -> Options.parse(List.of("--port", "http")).port())
                .hasMessage("--port: http (expected: 0 to 65535; 0 takes any free port)");
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(message);
    }
}
