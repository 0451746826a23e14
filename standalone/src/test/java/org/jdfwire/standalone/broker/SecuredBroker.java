package org.jdfwire.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A broker that talks to clients over TLS only, with a certificate of its own, and only to those with its password. */
public final class SecuredBroker implements AutoCloseable {
    private static final String PASSWORD = "sample-password";
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;";

    private final EmbeddedBroker broker;
    private final Path certificate;
    private final int port;

    private SecuredBroker(EmbeddedBroker broker, Path certificate, int port) {
        this.broker = broker;
        this.certificate = certificate;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param port for clients
     * @param further two more ports that are free
     */
    public static SecuredBroker start(Path folder, int port, List<Integer> further)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path keys = folder.resolve("broker.p12");
        Path certificate = folder.resolve("broker.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=sample broker",
                "-validity",
                "2",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-file",
                certificate.toString(),
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD);
        int own = further.get(0);
        int controller = further.get(1);
        String client = "CLIENT://127.0.0.1:" + port;
        EmbeddedBroker broker = EmbeddedBroker.start(
                folder.resolve("log"),
                own,
                controller,
                Map.of(
                        "listeners",
                        client + ",BROKER://127.0.0.1:" + own + ",CONTROLLER://127.0.0.1:" + controller,
                        "advertised.listeners",
                        client + ",BROKER://127.0.0.1:" + own,
                        "listener.security.protocol.map",
                        "CLIENT:SASL_SSL,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "sasl.enabled.mechanisms",
                        "PLAIN",
                        "listener.name.client.plain.sasl.jaas.config",
                        LOGIN.formatted("broker", PASSWORD, " user_jdfwire=\"" + PASSWORD + "\""),
                        "ssl.keystore.type",
                        "PKCS12",
                        "ssl.keystore.location",
                        keys.toString(),
                        "ssl.keystore.password",
                        PASSWORD));
        return new SecuredBroker(broker, certificate, port);
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns the password, which is to be found nowhere. */
    public String password() {
        return PASSWORD;
    }

    /** Returns what a client needs, by the names that Kafka gives it. */
    public Map<String, String> client(String password) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", LOGIN.formatted("jdfwire", password, ""),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificate.toString());
    }

    @Override
    public void close() {
        broker.close();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        line.addAll(List.of(arguments));
        Process keytool = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }
}
