package org.jdfwire.standalone.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.JsonNode;

/** Reads pages of JSON, and goes on with the {@code next} of the last that it has whole; with a wait it polls long. */
final class PageClient extends ResumingClient {
    private static final int MOST_CHANGES = 20;
    private static final int SHORTEST_PATIENCE_MILLIS = 500;
    private static final int LONGEST_PATIENCE_MILLIS = 3_000;

    private final int waitSeconds;
    private String next = "earliest";

    PageClient(String transport, int changes, int most, int waitSeconds) {
        super(transport, changes, most);
        this.waitSeconds = waitSeconds;
    }

    @Override
    void visit(String store, Stay stay) throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        boolean more = true;
        while (more && !isComplete()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(store + "/v1/changes?since=" + next + "&wait="
                            + waitSeconds + "&limit=" + random.nextInt(1, MOST_CHANGES)))
                    // some go while they wait
                    .timeout(Duration.ofMillis(random.nextInt(SHORTEST_PATIENCE_MILLIS, LONGEST_PATIENCE_MILLIS)))
                    .build();
            JsonNode page;
            try (Stay.Answer answer = stay.ask(request)) {
                page = Json.MAPPER.readTree(answer.text());
            }
            page.path("changes").forEach(change -> take(line(change)));
            next = page.path("next").asString();
            more = waitSeconds > 0 || !page.path("changes").isEmpty();
        }
    }
}
