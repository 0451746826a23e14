package org.jdfwire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.RawSite;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.StopSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddressTricksTest {
    private static final Map<String, List<String>> NAMES = Map.of(
            "loopback.example", List.of("127.0.0.1"),
            "loopback6.example", List.of("::1"),
            "unspecified.example", List.of("0.0.0.0"),
            "metadata.example", List.of("169.254.169.254"),
            "private.example", List.of("10.0.0.1"),
            "carrier.example", List.of("100.64.0.1"),
            "one-good-one-bad.example", List.of("8.8.8.8", "127.0.0.1"),
            "one-bad-one-good.example", List.of("127.0.0.1", "8.8.8.8"),
            "nat64.example", List.of("64:ff9b::7f00:1"),
            "mapped.example", List.of("::ffff:127.0.0.1"));
    private static final String SITE = "allowed.example";

    private final RawSite bait = new RawSite();
    private final RawSite site = new RawSite();
    private final List<String> lookedUp = new ArrayList<>();
    private final HttpRequests requests =
            new HttpRequests("JDFWire/test", Limits.DEFAULT, new AddressGate(this::addressesOf));

    @AfterEach
    void stop() throws IOException {
        requests.close();
        site.close();
        bait.close();
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void refusesTheTrickAsALinkAndAsARedirect(String trick) throws Exception {
        bait.on("/", RawSite.html("you were not to see this"));
        String url = trick.replace("{port}", Integer.toString(bait.port()));
        site.on("/en/jdf/", RawSite.redirect(url));

        assertThat(asLink(url)).isIn("refused address", "refused URL");
        Fetched redirected = fetch(HttpUrl.parse(siteUrl("/en/jdf/")), allowance());
        assertThat(redirected.outcome()).isIn(Outcome.REFUSED_ADDRESS, Outcome.SERVER_ERROR);
        assertThat(redirected.detail()).isNotBlank();
        if (redirected.outcome() == Outcome.SERVER_ERROR) {
            assertThat(redirected.detail()).contains("Location: ");
        }
        assertThat(site.log()).containsExactly("/en/jdf/");
        assertThat(bait.contacts()).isEmpty();
    }

    @Test
    void triesAtLeastSixtyTricks() {
        assertThat(tricks()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @Test
    void wouldTakeTheBaitIfItWereAllowed() throws Exception {
        bait.on("/", RawSite.html("here"));
        HttpUrl url = HttpUrl.parse("http://127.0.0.1:" + bait.port() + "/");

        assertThat(fetch(url, new Allowance(Set.of("127.0.0.1"), Set.of(bait.port())))
                        .outcome())
                .isEqualTo(Outcome.FETCHED);
        assertThat(bait.log()).containsExactly("/");
    }

    @Test
    void refusesANameThatTurnsFromPublicToPrivateBetweenRedirectAndRequest() throws Exception {
        site.on("/en/jdf/", RawSite.redirect("http://rebinding.example:" + bait.port() + "/"));

        Fetched moved = fetch(HttpUrl.parse(siteUrl("/en/jdf/")), allowance());
        assertThat(moved.outcome()).isEqualTo(Outcome.GONE);
        Fetched fetched = fetch(Objects.requireNonNull(moved.movedTo()), allowance());

        assertThat(fetched.outcome()).isEqualTo(Outcome.REFUSED_ADDRESS);
        assertThat(fetched.detail()).isEqualTo("rebinding.example at 127.0.0.1 is loopback (127.0.0.0/8)");
        assertThat(bait.contacts()).isEmpty();
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndLooksNothingUpAgain() throws Exception {
        site.on("/en/jdf/", RawSite.html("here"));

        // a name that only the test's look-up knows, so that whoever looked again would find nothing
        Fetched fetched = fetch(HttpUrl.parse(siteUrl("/en/jdf/")), allowance());

        assertThat(fetched.outcome()).isEqualTo(Outcome.FETCHED);
        // robots.txt and the page
        assertThat(lookedUp).containsExactly(SITE, SITE);
    }

    @Test
    void asksOnlyPortsThatTheSourceAllows() throws Exception {
        Fetched fetched = fetch(HttpUrl.parse(siteUrl("/en/jdf/")), new Allowance(Set.of(SITE), Set.of(bait.port())));

        assertThat(fetched.outcome()).isEqualTo(Outcome.REFUSED_ADDRESS);
        assertThat(fetched.detail()).contains("port " + site.port());
        assertThat(site.contacts()).isEmpty();
    }

    @Test
    void doesNotFollowARobotsTxtToARefusedAddress() throws Exception {
        site.on("/robots.txt", RawSite.redirect("http://127.0.0.1:" + bait.port() + "/robots.txt"));
        site.on("/en/jdf/", RawSite.html("here"));

        Fetched fetched = fetch(HttpUrl.parse(siteUrl("/en/jdf/")), allowance());

        assertThat(fetched.outcome()).isEqualTo(Outcome.DISALLOWED);
        assertThat(fetched.detail()).contains("127.0.0.1 is loopback");
        assertThat(site.log()).isEmpty();
        assertThat(bait.contacts()).isEmpty();
    }

    private String asLink(String url) throws InterruptedException {
        HttpUrl parsed;
        try {
            parsed = HttpUrl.parse(url);
        } catch (IllegalArgumentException e) {
            return "refused URL";
        }
        Fetched fetched = fetch(parsed, new Allowance(Set.of(), Set.of(bait.port())));
        return fetched.outcome() == Outcome.REFUSED_ADDRESS ? "refused address" : fetched.toString();
    }

    private Fetched fetch(HttpUrl url, Allowance allowance) throws InterruptedException {
        InstantSource clock = InstantSource.system();
        HostTurns turns = new HostTurns(new StopSignal());
        return new PageFetcher(requests, turns, new Robots(requests, turns, clock), clock)
                .allowing(allowance)
                .fetch(url, Validators.NONE, Duration.ZERO, page -> true);
    }

    private Allowance allowance() {
        return new Allowance(Set.of(SITE), Set.of(site.port(), bait.port()));
    }

    private String siteUrl(String path) {
        return "http://" + SITE + ":" + site.port() + path;
    }

    private List<InetAddress> addressesOf(String name) throws UnknownHostException {
        lookedUp.add(name);
        if (name.equals(SITE)) {
            return List.of(InetAddress.getByName("127.0.0.1"));
        }
        if (name.equals("rebinding.example")) {
            boolean first = lookedUp.stream().filter(name::equals).count() == 1;
            return List.of(InetAddress.getByName(first ? "8.8.8.8" : "127.0.0.1"));
        }
        // as lenient as the C library, and no test asks a name server or connects to anybody else
        List<InetAddress> found = new ArrayList<>();
        for (String address :
                NAMES.getOrDefault(name, name.matches("localhost|[0-9a-fx.]+") ? List.of("127.0.0.1") : List.of())) {
            found.add(InetAddress.getByName(address));
        }
        return found;
    }

    static List<String> tricks() {
        InputStream file = Objects.requireNonNull(AddressTricksTest.class.getResourceAsStream("address-tricks.txt"));
        try (file) {
            Stream<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
