package org.jdfwire.standalone.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Topic;

/** Follows the feed as any client would, and prints a readable line for each change. */
final class ChangeConsole {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String EVENT = "event:";
    private static final String DATA = "data:";

    private final URI feed;
    private final PrintStream out;

    ChangeConsole(String url, PrintStream out) {
        this.feed = URI.create(url + "/v1/changes?since=earliest");
        this.out = out;
    }

    /** Prints changes until the feed ends. */
    void follow() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(feed)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        StringBuilder data = new StringBuilder();
        String[] event = {""};
        response.body().forEach(line -> {
            if (line.startsWith(EVENT)) {
                event[0] = line.substring(EVENT.length()).strip();
            } else if (line.startsWith(DATA)) {
                data.append(line.substring(DATA.length()).strip());
            } else if (line.isEmpty()) {
                if (!data.isEmpty() && !event[0].equals("heartbeat")) {
                    print(Json.read(data.toString().getBytes(StandardCharsets.UTF_8), Change.class));
                }
                data.setLength(0);
                event[0] = "";
            }
        });
    }

    private void print(Change change) {
        out.println(LocalTime.now().format(CLOCK) + "  " + line(change));
    }

    private static String line(Change change) {
        PublishedIssue issue = change.issue();
        Topic topic = change.topic();
        if (issue != null) {
            String month = issue.month() == null ? "" : " of " + issue.month();
            return "%-10s No.%d%s is out".formatted("new issue", issue.number(), month);
        }
        if (topic == null) {
            throw new IllegalStateException("a change has a topic or an issue: " + change.id());
        }
        return "%-10s No.%-4s %-11s %-10s %s%s"
                .formatted(
                        verb(change.type()),
                        topic.issue() == null ? "" : topic.issue().number(),
                        topic.countries().stream().map(Country::code).collect(Collectors.joining(" ")),
                        topic.occurred().stream()
                                .findFirst()
                                .map(Occurrence::start)
                                .map(Object::toString)
                                .orElse(""),
                        topic.title(),
                        what(change));
    }

    private static String verb(ChangeType type) {
        return type.text().substring(type.text().indexOf('.') + 1);
    }

    private static String what(Change change) {
        return change.patch() == null
                ? ""
                : change.patch()
                        .valueStream()
                        .map(operation -> operation.path("op").asString() + " "
                                + operation.path("path").asString())
                        .collect(Collectors.joining(", ", "  (", ")"));
    }
}
