package org.jdfwire.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.change.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceOptionsTest {

    @Test
    void readsBothFormsOfAFlag() {
        assertThat(MaintenanceOptions.ofTrim(List.of("--data", "folder", "--before=2021-03-31T09:00:00+09:00")))
                .isEqualTo(new MaintenanceOptions(
                        Path.of("folder"), null, null, Instant.parse("2021-03-31T00:00:00Z"), null));
        assertThat(MaintenanceOptions.ofVerify(List.of()).data()).isEqualTo(DataFolder.STANDARD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --before tomorrow          | --before: tomorrow (expected: an RFC 3339 time
            --before 2021-03-31        | --before: 2021-03-31 (expected: an RFC 3339 time
            --data x                   | --before: absent (expected: an RFC 3339 time
            --before                   | --before: no value (expected: --before VALUE)
            --kafka h:1                | --kafka: no such flag (expected: one of --before, --data, --mongodb.uri)
            --data x --data y          | --data: given twice (expected: once)
            """)
    void refusesWhatATrimCannotUse(String flags, String message) {
        assertThatThrownBy(() -> MaintenanceOptions.ofTrim(List.of(flags.split(" "))))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void readsTheNewestCursorThatAReaderHas() {
        assertThat(MaintenanceOptions.ofRestored(List.of("--seen", "4503599627370496"))
                        .seen())
                .isEqualTo(Cursor.of(1, 0, 0));
        assertThatThrownBy(() -> MaintenanceOptions.ofRestored(List.of("--seen", "the last")))
                .isInstanceOf(Problem.class)
                .hasMessage("--seen: the last (expected: a cursor, as a feed gave it)");
    }
}
