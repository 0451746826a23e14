package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A subscriber that goes away again and again while changes arrive ends with exactly the journal. */
class SseResumeIT {
    private static final int PAGES = 60;
    private static final int CHANGES = 2 * PAGES;

    @TempDir
    Path data;

    @Test
    @Timeout(120)
    void repeatsNoneAndMissesNone() throws Exception {
        try (Instance jdfwire = Instance.up(data)) {
            for (int page = 0; page < PAGES; page++) {
                int issue = 501 + page;
                jdfwire.drop(
                        issue + ".html", SamplePages.page(issue, "On October 1, a drill."), SamplePages.url(issue));
            }
            List<String> seen = new ArrayList<>();
            String last = null;
            while (seen.size() < CHANGES) {
                // each connection takes a few changes, some from the journal, some live, and is gone
                last = take(jdfwire.url(), last, Math.min(7, CHANGES - seen.size()), seen);
            }

            assertThat(seen)
                    .containsExactlyElementsOf(jdfwire.journal().stream()
                            .map((JsonNode change) -> change.path("cursor").asString())
                            .toList());
        }
    }

    private static String take(String url, String last, int count, List<String> seen)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/v1/changes?since=earliest"))
                .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        String id = last;
        int taken = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String event = "";
            String eventId = "";
            while (taken < count) {
                String line = lines.readLine();
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    eventId = line.substring(3).strip();
                } else if (line.isEmpty() && !event.isEmpty()) {
                    id = eventId;
                    if (!event.equals("heartbeat")) {
                        seen.add(eventId);
                        taken++;
                    }
                    event = "";
                }
            }
        }
        return id;
    }
}
