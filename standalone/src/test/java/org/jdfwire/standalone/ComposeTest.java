package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdfwire.contracts.Destinations;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds docker-compose.yml, which cannot be started where the tests run, against the services' own configuration. */
class ComposeTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> BROKERS = List.of("kafka1", "kafka2", "kafka3");
    private static final List<String> OURS = List.of("fetcher", "parser", "store");
    private static final Map<String, Object> COMPOSE = yaml(HOME.resolve("docker-compose.yml"));

    @Test
    void hasThreeBrokersAReplicaSetTheServicesAndWhoWatchesThem() {
        assertThat(services())
                .containsOnlyKeys(
                        "kafka1",
                        "kafka2",
                        "kafka3",
                        "mongodb1",
                        "mongodb2",
                        "mongodb3",
                        "mongodb-init",
                        "fetcher",
                        "parser",
                        "store",
                        "prometheus",
                        "alertmanager",
                        "grafana");
    }

    @Test
    void pinsEveryImage() {
        services().values().stream()
                .map(service -> map(service).get("image"))
                .filter(String.class::isInstance)
                .forEach(image -> assertThat((String) image).matches("[a-z/]+:v?\\d+\\.\\d+\\.\\d+"));
        assertThat(text(HOME.resolve("Dockerfile")).lines().filter(line -> line.startsWith("FROM")))
                .allMatch(line -> line.matches("FROM \\S+:\\d\\S+( AS \\w+)?"));
    }

    @Test
    void runsTheKafkaVersionOfThePom() {
        Matcher version = Pattern.compile("<kafka.version>(.*)</kafka.version>").matcher(text(HOME.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(BROKERS)
                .allMatch(
                        broker -> map(services().get(broker)).get("image").equals("apache/kafka:" + version.group(1)));
    }

    @Test
    void theBrokersAreOneClusterThatOutlivesAnyOfThem() {
        Set<Object> clusters = new HashSet<>();
        List<String> voters = new ArrayList<>();
        for (String broker : BROKERS) {
            Map<String, Object> environment = environment(broker);
            clusters.add(environment.get("CLUSTER_ID"));
            voters.add(environment.get("KAFKA_NODE_ID") + "@" + broker + ":9093");
            assertThat(environment.get("KAFKA_ADVERTISED_LISTENERS")).isEqualTo("PLAINTEXT://" + broker + ":9092");
            assertThat(environment.get("KAFKA_DEFAULT_REPLICATION_FACTOR")).isEqualTo(3);
            assertThat(environment.get("KAFKA_MIN_INSYNC_REPLICAS")).isEqualTo(2);
            assertThat(environment.get("KAFKA_MESSAGE_MAX_BYTES")).isEqualTo(Destinations.MAX_MESSAGE_BYTES);
        }
        assertThat(clusters).hasSize(1);
        assertThat(environment("kafka1").get("KAFKA_CONTROLLER_QUORUM_VOTERS")).isEqualTo(String.join(",", voters));
        String addresses = BROKERS.stream().map(broker -> broker + ":9092").collect(Collectors.joining(","));
        OURS.forEach(
                service -> assertThat(environment(service).get("JDFWIRE_KAFKA")).isEqualTo(addresses));
    }

    @Test
    void theStoreUsesTheReplicaSetThatIsInitiated() {
        String script = text(HOME.resolve("ops/mongodb/replica-set.js"));
        String uri = environment("store").get("JDFWIRE_MONGODB").toString();
        for (String member : List.of("mongodb1", "mongodb2", "mongodb3")) {
            assertThat(script).contains('"' + member + '"');
            assertThat(uri).contains(member);
            assertThat(map(services().get(member)).get("command").toString()).contains("--replSet, jdfwire");
        }
        assertThat(script).contains("_id: \"jdfwire\"");
        assertThat(uri).contains("replicaSet=jdfwire");
    }

    @Test
    void everyServiceThatStaysHasAHealthCheckAndALimitOfMemory() {
        for (Map.Entry<String, Object> service : services().entrySet()) {
            assertThat(map(service.getValue())).as(service.getKey()).containsKey("mem_limit");
            if (!service.getKey().equals("mongodb-init")) {
                assertThat(map(service.getValue())).as(service.getKey()).containsKeys("healthcheck", "restart");
            }
        }
        for (String service : OURS) {
            String port = managementPort(service);
            assertThat(map(map(services().get(service)).get("healthcheck"))
                            .get("test")
                            .toString())
                    .contains("http://localhost:" + port + "/actuator/health/readiness");
            assertThat(map(services().get(service))).containsEntry("read_only", true);
        }
        assertThat(text(HOME.resolve("Dockerfile"))).contains("\nUSER jdfwire\n");
    }

    @Test
    void waitsOnlyForWhatIsThereAndHealthy() {
        services().forEach((name, service) -> {
            if (map(service).get("depends_on") instanceof Map<?, ?> awaited) {
                awaited.forEach(
                        (other, condition) -> assertThat(services()).as(name).containsKey(other.toString()));
            }
        });
    }

    @Test
    void givesAServiceOnlyNamesThatItsConfigurationKnows() {
        for (String service : OURS) {
            String configuration = text(configuration(service));
            environment(service).keySet().forEach(name -> {
                String property = name.toLowerCase(Locale.ROOT).replace('_', '.');
                assertThat(configuration.contains("${" + name + ":") || isProperty(service, property))
                        .as("%s in the configuration of %s", name, service)
                        .isTrue();
            });
        }
    }

    @Test
    void publishesPortsToThisMachineAlone() {
        services().forEach((name, service) -> {
            if (map(service).get("ports") instanceof List<?> ports) {
                assertThat(ports).as(name).allMatch(port -> port.toString().startsWith("127.0.0.1:"));
            }
        });
        assertThat(map(services().get("store")).get("ports").toString()).contains("127.0.0.1:8080:8080");
        assertThat(property("store", "server.port")).isEqualTo("8080");
    }

    @Test
    void mountsOnlyWhatIsThere() {
        Map<String, Object> volumes = map(COMPOSE.get("volumes"));
        services().forEach((name, service) -> {
            if (map(service).get("volumes") instanceof List<?> mounts) {
                for (Object mount : mounts) {
                    String source = mount.toString().split(":")[0];
                    if (source.startsWith("./")) {
                        assertThat(HOME.resolve(source)).as(name).exists();
                        assertThat(mount.toString()).as(name).endsWith(":ro");
                    } else {
                        assertThat(volumes).as(name).containsKey(source);
                    }
                }
            }
        });
    }

    @Test
    void prometheusAsksEachServiceOnItsManagementPort() {
        Map<String, Object> prometheus = yaml(HOME.resolve("ops/prometheus/prometheus.yml"));
        Map<String, String> ports = new TreeMap<>();
        for (Object job : (List<?>) prometheus.get("scrape_configs")) {
            if (map(job).get("dns_sd_configs") instanceof List<?> found) {
                Map<String, Object> names = map(found.get(0));
                assertThat(names.get("names")).isEqualTo(List.of(map(job).get("job_name")));
                assertThat(map(job).get("metrics_path")).isEqualTo("/actuator/prometheus");
                ports.put(map(job).get("job_name").toString(), names.get("port").toString());
            }
        }
        assertThat(ports).containsOnlyKeys(OURS);
        OURS.forEach(service -> assertThat(ports).containsEntry(service, managementPort(service)));
        assertThat(prometheus.get("alerting").toString()).contains("alertmanager:9093");
    }

    @Test
    void grafanaFindsItsDashboardsAndPrometheus() {
        String folder = "/var/lib/jdfwire/dashboards";
        assertThat(text(HOME.resolve("ops/grafana/provisioning/dashboards/jdfwire.yml")))
                .contains("path: " + folder);
        assertThat(map(services().get("grafana")).get("volumes").toString())
                .contains("./ops/grafana/dashboards:" + folder + ":ro");
        assertThat(text(HOME.resolve("ops/grafana/provisioning/datasources/prometheus.yml")))
                .contains("url: http://prometheus:9090");
        String home = environment("grafana")
                .get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                .toString();
        assertThat(HOME.resolve(home.replace(folder, "ops/grafana/dashboards"))).exists();
    }

    @Test
    void buildsFromFoldersThatAreThere() {
        for (String service : OURS) {
            Object args = map(map(services().get(service)).get("build")).get("args");
            assertThat(HOME.resolve(map(args).get("SERVICE").toString()).resolve("pom.xml"))
                    .exists();
        }
    }

    private static String managementPort(String service) {
        String own = property(service, "management.server.port");
        return own != null ? own : property(service, "server.port");
    }

    private static boolean isProperty(String service, String dotted) {
        return property(service, dotted) != null;
    }

    /** Returns a property of a service's YAML, whose keys may be nested or dotted, or null. */
    private static String property(String service, String dotted) {
        Object found = find(yaml(configuration(service)), dotted);
        return found == null ? null : found.toString().replaceFirst("^\\$\\{\\w+:(.*)}$", "$1");
    }

    private static Object find(Object node, String rest) {
        if (rest.isEmpty()) {
            return node;
        }
        if (!(node instanceof Map<?, ?> map)) {
            return null;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = entry.getKey().toString();
            if (rest.equals(key) || rest.startsWith(key + ".")) {
                Object found = find(entry.getValue(), rest.substring(Math.min(rest.length(), key.length() + 1)));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static Map<String, Object> environment(String service) {
        return map(map(services().get(service)).get("environment"));
    }

    private static Map<String, Object> services() {
        return map(COMPOSE.get("services"));
    }

    private static Path configuration(String service) {
        return HOME.resolve(service + "-service/src/main/resources/" + service + ".yml");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> yaml(Path file) {
        // the services' files hold Maven's @placeholders@, which YAML does not allow unquoted
        return new Yaml().load(text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
