package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code docs/METRICS.md} says.
 *
 * @param metrics each row {@code | `name` | type | labels | meaning | service |}
 * @param stages each row {@code | `stage` | service | in | out | rejected |}
 */
public record MetricsPage(List<Metric> metrics, List<Stage> stages) {
    private static final Path PAGE = Path.of("..", "docs", "METRICS.md");
    private static final String TYPES = "counter|gauge|histogram|summary";
    private static final String SERVICES = "fetcher|parser|store";
    private static final String ALL = "all";

    /**
     * A metric as it is documented.
     *
     * @param services those that show it, or {@code all}
     * @param mayBeAbsent whether it is there only after the first of what it tells of
     */
    public record Metric(String name, String type, Set<String> labels, Set<String> services, boolean mayBeAbsent) {
        boolean isOf(String service) {
            return services.contains(ALL) || services.contains(service);
        }

        /** Fails where it is there otherwise than it says here, or not at all and must be. */
        public void assertShownIn(Scrape scrape) {
            Scrape.Metric shown = scrape.metrics().get(name);
            if (shown == null) {
                assertThat(mayBeAbsent).as("%s is absent, and may be", name).isTrue();
            } else {
                assertThat(shown.type()).as(name).isEqualTo(type);
                assertThat(shown.labels().keySet()).as(name).isEqualTo(labels);
            }
        }
    }

    /** A value that the label {@code stage} has, and the service that it is of. */
    public record Stage(String name, String service) {}

    public static MetricsPage read() throws IOException {
        List<Metric> metrics = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            List<String> cells = Arrays.stream(line.split("\\|", -1))
                    .map(cell -> cell.replace("`", "").strip())
                    .toList();
            if (cells.size() == 7 && cells.get(2).matches(TYPES)) {
                metrics.add(new Metric(
                        cells.get(1),
                        cells.get(2),
                        words(cells.get(3)),
                        words(cells.get(5)),
                        cells.get(4).contains("absent before the first")));
            } else if (cells.size() == 7 && cells.get(2).matches(SERVICES)) {
                stages.add(new Stage(cells.get(1), cells.get(2)));
            }
        }
        return new MetricsPage(List.copyOf(metrics), List.copyOf(stages));
    }

    /** Returns what it says of one service. */
    public MetricsPage of(String service) {
        return new MetricsPage(
                metrics.stream().filter(metric -> metric.isOf(service)).toList(),
                stages.stream().filter(stage -> stage.service().equals(service)).toList());
    }

    /** Returns the names of what was shown and is not documented; the largest value beside a histogram is, in the text. */
    public List<String> undocumented(Scrape scrape) {
        Set<String> names = metrics.stream().map(Metric::name).collect(Collectors.toSet());
        return scrape.metrics().keySet().stream()
                .filter(shown -> !names.contains(shown) && !names.contains(shown.replaceFirst("_max$", "")))
                .toList();
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
