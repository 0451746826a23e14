package org.jdfwire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.StopSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection goes to an address; the certificate is still that of the name. */
class TlsTest {
    private static final char[] PASSWORD = "sample".toCharArray();
    /** Whom the client trusts is the JVM's setting; here it is the sample certificate alone. */
    private static final Map<String, String> TRUST =
            Map.of("javax.net.ssl.trustStore", "sample.p12", "javax.net.ssl.trustStorePassword", "sample");

    @TempDir
    private Path folder;

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        Path keys = folder.resolve("sample.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "sample",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=named.example",
                        "-ext",
                        "SAN=dns:named.example",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "sample",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes());
        assertThat(made.waitFor()).as(said).isZero();
        TRUST.forEach((key, value) -> System.setProperty(key, value.endsWith(".p12") ? keys.toString() : value));

        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/robots.txt") ? 404 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        TRUST.keySet().forEach(System::clearProperty);
    }

    @Test
    void takesTheCertificateOfTheName() throws Exception {
        assertThat(fetch("named.example").outcome()).isEqualTo(Outcome.FETCHED);
    }

    @Test
    void refusesTheCertificateOfAnotherName() throws Exception {
        Fetched fetched = fetch("other.example");

        assertThat(fetched.outcome()).isEqualTo(Outcome.DISALLOWED);
        assertThat(fetched.detail()).contains("No subject alternative DNS name matching other.example");
    }

    private Fetched fetch(String host) throws InterruptedException {
        int port = server.getAddress().getPort();
        AddressGate gate = new AddressGate(name -> List.of(InetAddress.getByName("127.0.0.1")));
        HostTurns turns = new HostTurns(new StopSignal());
        try (HttpRequests requests = new HttpRequests("JDFWire/test", Limits.DEFAULT, gate)) {
            InstantSource clock = InstantSource.system();
            return new PageFetcher(requests, turns, new Robots(requests, turns, clock), clock)
                    .allowing(new Allowance(Set.of(host), Set.of(port)))
                    .fetch(
                            HttpUrl.parse("https://" + host + ":" + port + "/page.html"),
                            Validators.NONE,
                            Duration.ZERO,
                            page -> true);
        }
    }

    private static SSLContext context(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
