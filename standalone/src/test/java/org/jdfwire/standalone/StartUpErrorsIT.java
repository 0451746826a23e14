package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    void aCommandNamesTheDatabaseThatDoesNotAnswer() throws Exception {
        assertThat(command("verify", "--mongodb.uri", "mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=200"))
                .startsWith("jdfwire: the database does not answer (")
                .contains("127.0.0.1:1")
                .doesNotContain("\tat ");
    }

    @Test
    void namesTheKafkaThatDoesNotAnswer() throws Exception {
        assertFails(
                Instance.start(home, "up", "--sources", "none", "--port", "0", "--kafka", "127.0.0.1:1"),
                "jdfwire: --kafka: 127.0.0.1:1: cannot be used (expected: HOST:PORT of a broker that answers within 20 s; ");
    }

    @Test
    void namesTheFlagOfADatabaseThatCannotBe() throws Exception {
        assertFails(
                Instance.start(
                        home, "up", "--sources", "none", "--port", "0", "--mongodb.uri", "mongodb://127.0.0.1:1/"),
                "jdfwire: --mongodb.uri: cannot be used (expected: mongodb://HOST:PORT/NAME)");
    }

    @Test
    void namesTheDatabaseThatDoesNotAnswer() throws Exception {
        String uri = "mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=200";
        assertFails(
                Instance.start(home, "up", "--sources", "none", "--port", "0", "--mongodb.uri", uri),
                "jdfwire: the database does not answer (");
    }

    @Test
    void aDemoThatCannotStartLeavesNothingBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(command("demo", "--port", Integer.toString(taken.getLocalPort())))
                    .contains("taken by another program");
        }
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("jdfwire-demo-"));
        }
    }

    @Test
    void aCommandNamesTheKafkaThatCannotBe() throws Exception {
        assertThat(command("replay", "--dry-run", "--data", home.toString(), "--kafka", "nonsense"))
                .startsWith("jdfwire: Kafka does not answer (")
                .contains("nonsense")
                .doesNotContain("\tat ");
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
        assertThat(script(SCRIPT, Map.of("PATH", bin + ":" + System.getenv("PATH")), "up"))
                .contains("jdfwire: java: version 11.0.2 (expected: 17 or newer)");
    }

    @Test
    void runsFromALinkAndInAnyLocale() throws Exception {
        Path bin = Files.createDirectory(home.resolve("bin"));
        Path java = Files.writeString(
                bin.resolve("java"),
                "#!/bin/sh\n[ \"$1\" = -version ] && echo 'openjdk version \"17.0.2\"' >&2 && exit\n"
                        + "echo \"locale $LC_ALL runs $*\"\nexit 2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(bin.resolve("locale"), "#!/bin/sh\necho ANSI_X3.4-1968\n");
        Files.setPosixFilePermissions(bin.resolve("locale"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(bin.resolve("find"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(bin.resolve("find"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path tree = Files.createDirectory(home.resolve("tree"));
        Files.copy(SCRIPT, tree.resolve("jdfwire"));
        Files.createDirectories(tree.resolve("standalone/target/app"));
        Files.createFile(tree.resolve("standalone/target/app/jdfwire-exec.jar"));
        Path link = Files.createSymbolicLink(home.resolve("jdfwire"), tree.resolve("jdfwire"));

        assertThat(script(link, Map.of("PATH", bin + ":" + System.getenv("PATH"), "LC_ALL", "C"), "up"))
                .contains("locale C.UTF-8 runs ")
                .contains(tree.resolve("standalone/target/app/jdfwire-exec.jar").toString());
    }

    private static void assertFails(Instance instance, String message) throws InterruptedException {
        assertThat(instance.process().waitFor(120, TimeUnit.SECONDS))
                .as("ended by itself")
                .isTrue();
        assertThat(instance.process().exitValue()).isEqualTo(2);
        assertThat(instance.console()).contains(message);
    }

    private String command(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                JdfWire.class.getName()));
        line.addAll(List.of(arguments));
        return refused(new ProcessBuilder(line));
    }

    private static String script(Path path, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("bash", path.toString(), arguments[0]);
        script.environment().putAll(environment);
        return refused(script);
    }

    private static String refused(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(2);
        return printed;
    }
}
