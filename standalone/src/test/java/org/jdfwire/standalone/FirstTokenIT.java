package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.standalone.command.TokenCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token that the first start makes, as whoever runs it sees it. */
class FirstTokenIT {
    private static final Pattern LINE = Pattern.compile("  token, shown once  (jdfwire_\\S{43})\\R");

    @TempDir
    Path data;

    @Test
    void isPrintedOnceAndWrittenDownNowhere() throws Exception {
        String token;
        try (Instance first = Instance.up(data)) {
            Matcher line = LINE.matcher(first.console());
            assertThat(line.find()).as(first.console()).isTrue();
            token = line.group(1);
            assertThat(line.find()).as("again").isFalse();
            first.kill();
        }
        assertThat(Files.readString(data.resolve("jdfwire.log"))).doesNotContain(token);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TokenCommand.run(
                List.of("--data=" + data, "list"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream()));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .as("of a folder that nothing runs on")
                .matches("first +made \\S+\\R");

        try (Instance second = Instance.up(data)) {
            assertThat(second.console()).doesNotContain("token");
        }
    }
}
