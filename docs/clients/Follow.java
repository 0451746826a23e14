import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows the feed as lines of JSON: java Follow.java URL FILE. Appends each change to FILE, a line each. */
class Follow {
    private static final Pattern CURSOR = Pattern.compile("\\{\"(?:cursor|heartbeat)\":\"([0-9]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        String since = resume(file);
        while (true) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(arguments[0] + "/v1/changes?since=" + since))
                    .header("Accept", "application/x-ndjson");
            if (System.getenv("JDFWIRE_TOKEN") != null) {
                request.header("Authorization", "Bearer " + System.getenv("JDFWIRE_TOKEN"));
            }
            long pause = 3;
            try {
                HttpResponse<Stream<String>> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines());
                try (Stream<String> lines = response.body()) {
                    if (response.statusCode() == 200) {
                        since = follow(lines, file, since);
                    } else if (response.statusCode() != 429 && response.statusCode() < 500) {
                        // a cursor that is gone, or a token that is not taken: for a person
                        System.err.println(lines.reduce("", String::concat));
                        System.exit(1);
                    }
                    pause = response.headers().firstValueAsLong("Retry-After").orElse(pause);
                }
            } catch (IOException broken) {
                since = resume(file);
            }
            TimeUnit.SECONDS.sleep(pause);
        }
    }

    /** The file is the memory: its last whole line has the cursor. A line that a crash cut short is taken off. */
    private static String resume(Path file) throws IOException {
        String kept = Files.exists(file) ? Files.readString(file) : "";
        String whole = kept.substring(0, kept.lastIndexOf('\n') + 1);
        Files.writeString(file, whole);
        return whole.isEmpty() ? "earliest" : cursor(whole.substring(whole.lastIndexOf('\n', whole.length() - 2) + 1));
    }

    private static String follow(Stream<String> stream, Path file, String since) throws Exception {
        Iterator<String> lines = stream.iterator();
        while (true) {
            // a heartbeat comes every 15 s: after three without one the connection is dead
            CompletableFuture<String> next = CompletableFuture.supplyAsync(() -> lines.hasNext() ? lines.next() : "");
            String line = next.completeOnTimeout("", 45, TimeUnit.SECONDS).exceptionally(broken -> "").get();
            if (line.isEmpty()) {
                return since;
            }
            if (line.startsWith("{\"cursor\":")) {
                Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
            }
            since = line.equals("{\"heartbeat\":null}") ? since : cursor(line);
        }
    }

    private static String cursor(String line) {
        Matcher cursor = CURSOR.matcher(line);
        if (!cursor.lookingAt()) {
            throw new IllegalStateException("no change: " + line);
        }
        return cursor.group(1);
    }
}
