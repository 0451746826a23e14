package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdfwire.standalone.command.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hinders the start is told in a sentence, with exit status 2. */
class StartUpErrorsIT {
    private static final Path SCRIPT = Path.of("..", "jdfwire").toAbsolutePath().normalize();

    @TempDir
    Path home;

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertFails(
                    Instance.start(home, "up", "--sources", "none", "--port=" + port),
                    "jdfwire: port " + port
                            + ": taken by another program (expected: a free one; choose it with --port N)");
        }
    }

    @Test
    void namesTheDataFolderThatIsInUse() throws Exception {
        try (DataFolder inUse = DataFolder.take(home)) {
            assertFails(
                    Instance.start(home, "up", "--sources", "none"),
                    "data folder " + inUse.path() + ": another JDF Wire is running on it");
        }
    }

    @Test
    void namesTheFlagThatIsUnknown() throws Exception {
        assertFails(Instance.start(home, "up", "--prot=1"), "jdfwire: --prot: no such flag (expected: one of --data,");
    }

    @Test
    void asksForAContactBeforeALiveSiteIsPolled() throws Exception {
        assertFails(Instance.start(home, "up"), "JDFWIRE_CONTACT");
    }

    @Test
    void namesTheJavaThatIsTooOld() throws Exception {
        Path bin = Files.createDirectory(home.resolve("bin"));
        Path java =
                Files.writeString(bin.resolve("java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(script(Map.of("PATH", bin + ":" + System.getenv("PATH")), "up"))
                .contains("jdfwire: java: version 11.0.2 (expected: 17 or newer)");
    }

    private static void assertFails(Instance instance, String message) throws InterruptedException {
        assertThat(instance.process().waitFor(120, TimeUnit.SECONDS))
                .as("ended by itself")
                .isTrue();
        assertThat(instance.process().exitValue()).isEqualTo(2);
        assertThat(instance.console()).contains(message);
    }

    private static String script(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("bash", SCRIPT.toString(), arguments[0]).redirectErrorStream(true);
        script.environment().putAll(environment);
        Process process = script.start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(2);
        return printed;
    }
}
