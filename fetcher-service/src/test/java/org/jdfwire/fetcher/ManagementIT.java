package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagementIT {
    @TempDir
    private Path folder;

    @Test
    void showsHealthAndEachOutcomeFromTheStart() throws Exception {
        try (RunningFetcher fetcher =
                RunningFetcher.watching(folder, "spring.main.web-application-type=reactive", "server.port=0")) {
            assertThat(get(fetcher, "/actuator/health")).contains("\"status\":\"UP\"");
            assertThat(get(fetcher, "/actuator/prometheus"))
                    .contains("jdfwire_pages_total{outcome=\"challenged\"} 0.0")
                    .contains("jdfwire_inbox_refused_total 0.0");
        }
    }

    private static String get(RunningFetcher fetcher, String path) throws IOException, InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + fetcher.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
