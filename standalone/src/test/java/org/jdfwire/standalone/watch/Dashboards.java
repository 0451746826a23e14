package org.jdfwire.standalone.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.JsonNode;

/** What Grafana is given. */
final class Dashboards {
    private static final Path FOLDER =
            Path.of("..", "ops", "grafana", "dashboards").toAbsolutePath().normalize();

    private Dashboards() {}

    /** One panel of a dashboard. */
    record Panel(String dashboard, JsonNode json) {
        String title() {
            return json.path("title").asString("");
        }

        List<String> queries() {
            return json.path("targets")
                    .valueStream()
                    .map(target -> target.path("expr").asString())
                    .toList();
        }
    }

    static List<Panel> panels() throws IOException {
        List<Panel> panels = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                JsonNode dashboard = Json.MAPPER.readTree(Files.readString(file));
                dashboard.path("panels").forEach(panel -> panels.add(new Panel(name, panel)));
            }
        }
        return panels;
    }
}
