package org.jdfwire.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdfwire.contracts.address.RefusedAddressException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent to an address of the machine itself or beside it, by any of the fetcher's tricks. */
class RefusedTargetsTest {
    private static final Path TRICKS = Path.of(
                    "..", "fetcher-service", "src", "test", "resources", "org", "jdfwire", "fetcher", "http")
            .resolve("address-tricks.txt");
    private static final Map<String, String> NAMES = Map.of(
            "loopback.example", "127.0.0.1",
            "loopback6.example", "::1",
            "unspecified.example", "0.0.0.0",
            "metadata.example", "169.254.169.254",
            "private.example", "10.0.0.1",
            "carrier.example", "100.64.0.1",
            "nat64.example", "64:ff9b::7f00:1",
            "mapped.example", "::ffff:127.0.0.1",
            "localhost", "127.0.0.1",
            "allowed.example", "127.0.0.1");
    private static final Message MESSAGE = Message.test("sub_a", "1", Instant.EPOCH);

    private final WebhookRig rig = new WebhookRig();
    private final List<String> lookedUp = new ArrayList<>();

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void refusesTheTrickWhenItIsMadeAndWhenItIsSent(String trick) {
        String url = trick.replace("{port}", Integer.toString(rig.receiver.port()));
        WebhookClient client =
                rig.client(WebhookRig.properties(true, Set.of(), Set.of(rig.receiver.port())), this::addressesOf);

        assertThatThrownBy(() -> client.check(url))
                .isInstanceOfAny(IllegalArgumentException.class, RefusedAddressException.class);
        assertThat(client.send(url, MESSAGE, List.of(new byte[32])).outcome()).isEqualTo(Outcome.REFUSED_ADDRESS);
        assertThat(rig.receiver.contacts()).isZero();
    }

    @Test
    void triesAtLeastSixtyTricks() throws IOException {
        assertThat(tricks()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void wouldSendIfItWereAllowedAndLooksUpOnce() throws IOException {
        WebhookClient client = rig.client(
                WebhookRig.properties(true, Set.of("allowed.example"), Set.of(rig.receiver.port())), this::addressesOf);
        String url = "http://allowed.example:" + rig.receiver.port() + "/hook";

        client.check(url);
        lookedUp.clear();
        assertThat(client.send(url, MESSAGE, List.of(new byte[32])).outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(lookedUp).containsExactly("allowed.example");
        assertThat(rig.receiver.requests().get(0).headers())
                .containsEntry("host", "allowed.example:" + rig.receiver.port());
    }

    @Test
    void refusesANameThatTurnsPrivateAfterItWasMade() throws IOException {
        List<String> answers = new ArrayList<>(List.of("8.8.8.8", "127.0.0.1"));
        WebhookClient client = rig.client(
                WebhookRig.properties(true, Set.of(), Set.of(rig.receiver.port())),
                name -> List.of(InetAddress.getByName(answers.remove(0))));
        String url = "http://rebinding.example:" + rig.receiver.port() + "/";

        client.check(url);
        Result result = client.send(url, MESSAGE, List.of(new byte[32]));
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED_ADDRESS);
        assertThat(result.detail()).isEqualTo("rebinding.example at 127.0.0.1 is loopback (127.0.0.0/8)");
        assertThat(rig.receiver.contacts()).isZero();
    }

    @Test
    void refusesHttpUnlessItIsAllowed() {
        WebhookClient client = rig.client(
                WebhookRig.properties(false, Set.of("127.0.0.1"), Set.of(rig.receiver.port())), this::addressesOf);

        assertThatThrownBy(() -> client.check(rig.receiver.url())).hasMessageContaining("an absolute https URL");
        assertThat(client.send(rig.receiver.url(), MESSAGE, List.of(new byte[32]))
                        .outcome())
                .isEqualTo(Outcome.REFUSED_ADDRESS);
        // speaks no TLS, so it gets nothing either
        Result secure = client.send(rig.receiver.url().replace("http:", "https:"), MESSAGE, List.of(new byte[32]));
        assertThat(secure.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(rig.receiver.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org/",
                "https:///x",
                "https://exa mple.org/",
                "https://bücher.example/",
                "https://example.org/#a",
                "https://u@example.org/",
                "https://example.org:0/",
                "https://example.org./",
                "https://example.org/\r\nX: y",
                "https://-a-.example/"
            })
    void refusesWhatIsNoPlainUrl(String url) {
        assertThatThrownBy(() -> Target.parse(url, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(expected: an absolute https URL");
    }

    private List<InetAddress> addressesOf(String name) throws UnknownHostException {
        lookedUp.add(name);
        if (name.startsWith("one-")) {
            return List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1"));
        }
        String address = NAMES.getOrDefault(name, name.matches("[0-9a-fx.]+") ? "127.0.0.1" : null);
        if (address == null) {
            throw new UnknownHostException(name);
        }
        return List.of(InetAddress.getByName(address));
    }

    static List<String> tricks() throws IOException {
        return Files.readAllLines(TRICKS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
