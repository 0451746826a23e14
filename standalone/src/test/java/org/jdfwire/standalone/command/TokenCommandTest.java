package org.jdfwire.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path data;

    @Test
    void printsTheTokenAloneSoThatAScriptCanTakeIt() {
        run("add", "ops");

        assertThat(out.toString(StandardCharsets.UTF_8)).matches("jdfwire_\\S{43}\\R");
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("The token ops is shown only now");
    }

    @Test
    void listsWhatThereIsAndWas() {
        run("add", "ops");
        run("add", "colleague");
        run("revoke", "ops");
        out.reset();
        run("list");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("colleague +made \\S+\\Rops +made \\S+, revoked \\S+\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "add", "list all", "add a b", "remove ops"})
    void saysWhatItWouldUnderstand(String words) {
        assertThatThrownBy(() -> run(words.isEmpty() ? new String[0] : words.split(" ")))
                .isInstanceOf(Problem.class)
                .hasMessage("token: " + words + " (expected: token add NAME, token list or token revoke NAME)");
    }

    @Test
    void namesWhatIsWrong() {
        run("add", "ops");

        assertThatThrownBy(() -> run("add", "ops"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("name of a token: ops (expected: one that no token has");
        assertThatThrownBy(() -> run("revoke", "nobody"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("token nobody: none that is taken");
        assertThatThrownBy(() -> run("--port", "1", "list"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("--port: no such flag");
        assertThatThrownBy(() -> run("list", "--mongodb.uri"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("--mongodb.uri: no value");
        assertThatThrownBy(() -> run("--mongodb.uri", "mongodb://127.0.0.1:1", "list"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("--mongodb.uri: no name of a database");
    }

    @Test
    void doesNotTakeASlipOfThePenForAStoreWithoutTokens() {
        for (String[] words : new String[][] {{"list"}, {"revoke", "ops"}}) {
            assertThatThrownBy(() -> run(words))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(data + ": holds no data (expected: one that ./jdfwire up or demo has filled");
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void asksForTheDatabaseWhereTheRunningInstanceHasNoneOfItsOwn() {
        try (DataFolder running = DataFolder.take(data)) {
            assertThatThrownBy(() -> run("list"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(running.path() + ": the JDF Wire that runs on it has no database of its own");
        }
    }

    private void run(String... words) {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        arguments.addAll(List.of(words));
        TokenCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
