package org.jdfwire.standalone.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tools of Prometheus and Alertmanager on what they are given, and a runbook beside each alert. */
class RulesIT {
    private static final Path OPS = Path.of("..", "ops").toAbsolutePath().normalize();

    @Test
    void prometheusTakesTheRules() throws Exception {
        Tool.require("promtool");
        succeeds(List.of("promtool", "check", "rules", RuleFile.FILE.toString()));
        // paths of it are those inside the container
        succeeds(List.of(
                "promtool",
                "check",
                "config",
                "--syntax-only",
                OPS.resolve("prometheus/prometheus.yml").toString()));
    }

    @Test
    void eachAlertFiresWhenItShouldAndOnlyThen() throws Exception {
        Tool.require("promtool");
        List<String> command = new ArrayList<>(List.of("promtool", "test", "rules"));
        tests().forEach(file -> command.add(file.toString()));
        succeeds(command);
    }

    @Test
    void alertmanagerTakesItsConfiguration() throws Exception {
        Tool.require("amtool");
        succeeds(List.of("amtool", "check-config", Alertmanager.CONFIGURATION.toString()));
    }

    @Test
    void eachAlertIsTested() throws Exception {
        String all = tests().stream().map(RulesIT::text).collect(Collectors.joining());
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(all)
                        .contains("alertname: " + alert.name() + "\n")
                        .contains(alert.runbook()));
    }

    @Test
    void eachAlertHasARunbookAndEachRunbookAnAlert() throws Exception {
        assertThat(alerts()).hasSizeGreaterThan(15).allSatisfy(alert -> {
            assertThat(alert.runbook()).isEqualTo("ops/runbooks/" + alert.name() + ".md");
            assertThat(alert.severity()).isIn("page", "ticket");
        });
        try (Stream<Path> runbooks = Files.list(OPS.resolve("runbooks"))) {
            assertThat(runbooks.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            alerts().stream().map(RuleFile.Rule::name).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void eachRunbookSaysWhatItMeansWhomItHurtsHowToFindOutAndWhatToDo() throws Exception {
        for (RuleFile.Rule alert : alerts()) {
            assertThat(text(OPS.resolve("runbooks").resolve(alert.name() + ".md")))
                    .startsWith("# " + alert.name() + "\n")
                    .containsSubsequence("## Meaning", "## Impact", "## Diagnosis", "## Mitigation");
        }
    }

    @Test
    void theInhibitionsNameAlertsThatAre() throws Exception {
        List<String> names = alerts().stream().map(RuleFile.Rule::name).toList();
        assertThat(text(Alertmanager.CONFIGURATION).split("\\W+"))
                .filteredOn(word -> word.startsWith("Jdfwire"))
                .isNotEmpty()
                .isSubsetOf(names);
    }

    @Test
    void shortenedRulesAreTheSameRulesWithLessTime() throws Exception {
        RuleFile shortened = RuleFile.ours().shortened(20);
        assertThat(shortened.text())
                .contains("for: 15000ms", "> 3.0", "> 360.0", "[45000ms]", "interval: 180000ms")
                .doesNotContain("for: 5m", "* 60\n");
        assertThat(shortened.rules()).hasSameSizeAs(RuleFile.ours().rules());
    }

    private static List<RuleFile.Rule> alerts() throws IOException {
        return RuleFile.ours().rules().stream().filter(RuleFile.Rule::isAlert).toList();
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.list(OPS.resolve("prometheus/tests"))) {
            return files.sorted().toList();
        }
    }

    private static void succeeds(List<String> command) throws IOException, InterruptedException {
        Tool.Result result = Tool.run(command);
        assertThat(result.status()).as(result.printed()).isZero();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
