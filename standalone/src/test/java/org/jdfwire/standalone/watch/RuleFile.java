package org.jdfwire.standalone.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * The rules that Prometheus is given.
 *
 * @param text YAML
 */
public record RuleFile(String text) {
    private static final Path OPS = Path.of("..", "ops").toAbsolutePath().normalize();
    static final Path FILE = OPS.resolve("prometheus/rules/jdfwire.yml");

    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600, "d", 86400);
    private static final Pattern SPAN = Pattern.compile("(?<=\\[|for: |interval: )(\\d+)([smhd])\\b");
    private static final Pattern MINUTES = Pattern.compile("\\b(\\d+) \\* 60\\b");

    /**
     * One rule.
     *
     * @param name of the alert or of what is recorded
     */
    record Rule(boolean isAlert, String name, String expression, String severity, String runbook) {}

    /** Reads the project's own. */
    public static RuleFile ours() throws IOException {
        return new RuleFile(Files.readString(FILE));
    }

    /** Returns the same rules with every time in them divided, as the file's first lines have it. */
    public RuleFile shortened(int factor) {
        String spans = SPAN.matcher(text).replaceAll(span -> {
            long millis = Long.parseLong(span.group(1)) * SECONDS.get(span.group(2)) * 1000L / factor;
            return millis + "ms";
        });
        return new RuleFile(MINUTES.matcher(spans)
                .replaceAll(span -> String.valueOf(Double.parseDouble(span.group(1)) * 60 / factor)));
    }

    /** Returns one group of them, or all but that one. */
    public RuleFile only(String group, boolean it) {
        List<Map<String, Object>> groups = new ArrayList<>(groups());
        groups.removeIf(found -> found.get("name").equals(group) != it);
        return new RuleFile(new Yaml().dump(Map.of("groups", groups)));
    }

    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (Map<String, Object> group : groups()) {
            for (Map<String, Object> rule : list(group.get("rules"))) {
                boolean isAlert = rule.containsKey("alert");
                rules.add(new Rule(
                        isAlert,
                        String.valueOf(rule.get(isAlert ? "alert" : "record")),
                        String.valueOf(rule.get("expr")),
                        inside(rule, "labels", "severity"),
                        inside(rule, "annotations", "runbook_url")));
            }
        }
        return rules;
    }

    private List<Map<String, Object>> groups() {
        Map<String, Object> file = new Yaml().load(text);
        return list(file.get("groups"));
    }

    private static String inside(Map<String, Object> rule, String part, String name) {
        return rule.get(part) instanceof Map<?, ?> map ? String.valueOf(map.get(name)) : "";
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
