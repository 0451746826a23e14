package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds docker-compose.yml, which cannot be started where the tests run, against the services' own configuration. */
class ComposeTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> OURS = List.of("fetcher", "parser", "store");
    private static final Map<String, Object> COMPOSE = yaml(HOME.resolve("docker-compose.yml"));

    @Test
    void hasABrokerADatabaseAndTheThreeServices() {
        assertThat(services()).containsOnlyKeys("kafka", "mongodb", "fetcher", "parser", "store");
    }

    @Test
    void pinsEveryImage() {
        services().values().stream()
                .map(service -> map(service).get("image"))
                .filter(String.class::isInstance)
                .forEach(image -> assertThat((String) image).matches("[a-z/]+:\\d+\\.\\d+\\.\\d+"));
        assertThat(text(HOME.resolve("Dockerfile")).lines().filter(line -> line.startsWith("FROM")))
                .allMatch(line -> line.matches("FROM \\S+:\\d\\S+( AS \\w+)?"));
    }

    @Test
    void runsTheKafkaVersionOfThePom() {
        Matcher version = Pattern.compile("<kafka.version>(.*)</kafka.version>").matcher(text(HOME.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(map(services().get("kafka")).get("image")).isEqualTo("apache/kafka:" + version.group(1));
    }

    @Test
    void everyServiceHasAHealthCheckOnItsOwnManagementPort() {
        for (Map.Entry<String, Object> service : services().entrySet()) {
            assertThat(map(service.getValue())).as(service.getKey()).containsKey("healthcheck");
        }
        for (String service : OURS) {
            String port = managementPort(service);
            assertThat(map(map(services().get(service)).get("healthcheck"))
                            .get("test")
                            .toString())
                    .contains("http://localhost:" + port + "/actuator/health");
        }
    }

    @Test
    void givesAServiceOnlyNamesThatItsConfigurationKnows() {
        for (String service : OURS) {
            String configuration = text(configuration(service));
            map(map(services().get(service)).get("environment")).keySet().forEach(name -> {
                String property = name.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
                assertThat(configuration.contains("${" + name + ":") || isProperty(service, property))
                        .as("%s in the configuration of %s", name, service)
                        .isTrue();
            });
        }
    }

    @Test
    void publishesThePortTheStoreListensOn() {
        assertThat(map(services().get("store")).get("ports").toString()).contains("127.0.0.1:8080:8080");
        assertThat(property("store", "server.port")).isEqualTo("8080");
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
