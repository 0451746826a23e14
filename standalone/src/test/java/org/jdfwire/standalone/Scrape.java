package org.jdfwire.standalone;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service showed at one time, in Prometheus' text format.
 *
 * @param text all of it
 * @param metrics what is in it, by name
 */
public record Scrape(String text, Map<String, Metric> metrics) {
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String BUCKET = "le";

    /**
     * A metric with all its series.
     *
     * @param labels names of labels, and the values that each has
     */
    public record Metric(String type, Map<String, Set<String>> labels) {}

    public static Scrape of(String text) {
        Map<String, Metric> metrics = new TreeMap<>();
        String name = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ");
                name = words[2];
                metrics.put(name, new Metric(words[3], new TreeMap<>()));
            } else if (line.startsWith(name + "{") || line.startsWith(name + "_")) {
                Matcher label = LABEL.matcher(line);
                while (label.find()) {
                    if (!label.group(1).equals(BUCKET)) {
                        metrics.get(name)
                                .labels()
                                .computeIfAbsent(label.group(1), any -> new TreeSet<>())
                                .add(label.group(2));
                    }
                }
            }
        }
        return new Scrape(text, metrics);
    }
}
