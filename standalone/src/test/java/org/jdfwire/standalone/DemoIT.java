package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as a newcomer sees it. */
class DemoIT {
    @TempDir
    Path data;

    @Test
    void showsThreeErasThenANewIssueThenACorrectionAndAWithdrawal() throws Exception {
        Instance demo = Instance.start(data, "demo");
        try (demo) {
            demo.awaitReady();
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(demo.console())
                            .contains("No.8 ", "No.77 ", "No.131 ")
                            .contains("NZ JP")
                            .contains("Visit of the Sample Minister of National Defence of Mongolia"));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(demo.console()).contains("No.132 of 2021-02 is out"));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(demo.console())
                            .containsPattern("revised +No.131 .*replace /paragraphs/0")
                            .containsPattern("withdrawn +No.77 .*Port Call of an Indonesian Training Ship"));
        }
        assertThat(demo.console())
                .as("no noise, neither while it runs nor when it is ended")
                .doesNotContain("Exception")
                .doesNotContain(" WARN ");
    }
}
