package org.jdfwire.contracts.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGateTest {
    private final List<String> lookedUp = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, this network",
        "10.255.255.255, private",
        "100.64.0.1, shared",
        "100.127.255.255, shared",
        "127.0.0.1, loopback",
        "169.254.169.254, link-local",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.0.0.8, for protocols",
        "192.0.2.1, documentation",
        "192.88.99.1, 6to4 relay",
        "192.168.1.1, private",
        "198.19.255.255, benchmark",
        "198.51.100.1, documentation",
        "203.0.113.1, documentation",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, broadcast",
        "[::], unspecified",
        "[::1], loopback",
        "[::127.0.0.1], IPv4-compatible",
        "[::ffff:8.8.8.8], IPv4-mapped",
        "[::ffff:0:8.8.8.8], IPv4-translated",
        "[64:ff9b::8.8.8.8], NAT64",
        "[64:ff9b:1::1], NAT64",
        "[100::1], discard-only",
        "[2001:0:1::1], Teredo",
        "[2001:2::1], benchmark",
        "[2001:db8::1], documentation",
        "[2001:20::1], for protocols",
        "[2002:7f00:1::], 6to4",
        "[2a00::5efe:10.0.0.1], ISATAP",
        "[2a00::200:5efe:10.0.0.1], ISATAP",
        "[3fff::1], documentation",
        "[5f00::1], segment routing",
        "[fd00::1], private",
        "[fe80::1], link-local",
        "[fec0::1], site-local",
        "[ff02::1], multicast",
        "[4000::1], not global unicast",
    })
    void refusesASpecialAddressAndSaysWhatItIs(String host, String what) {
        assertThatThrownBy(() -> gate().admit("https", host, 443, Allowance.NONE))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining(host + " is " + what);
        assertThat(lookedUp).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "198.17.255.255",
                "223.255.255.255",
                "[2001:200::1]",
                "[2606:4700::1111]",
                "[2a00:1450:4001::1]"
            })
    void admitsAnOrdinaryAddress(String host) throws IOException {
        assertThat(gate().admit("http", host, 80, Allowance.NONE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433", "127.1", "127.0.1", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.01", "127.0.0.256",
                "1.2.3.4.5", "a.1", "127.0.0.1.", "0x", "08.8.8.8", "[::1", "[1]", "[::g]"
            })
    void refusesWhatOtherParsersWouldTakeForAnAddress(String host) {
        assertThatThrownBy(() -> gate().admit("https", host, 443, Allowance.NONE))
                .isInstanceOf(IOException.class);
        assertThat(lookedUp).allMatch(name -> name.startsWith("["));
    }

    @Test
    void refusesANameWithOneBadAddressAmongGoodOnes() {
        assertThatThrownBy(() ->
                        gate("8.8.8.8", "2606:4700::1", "10.0.0.1").admit("https", "a.example", 443, Allowance.NONE))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessage("a.example at 10.0.0.1 is private (10.0.0.0/8)");
    }

    @Test
    void looksANameUpOnceAndReturnsAllItsAddressesInOrder() throws IOException {
        assertThat(gate("2606:4700::1", "8.8.8.8").admit("https", "a.example", 443, Allowance.NONE))
                .containsExactly(InetAddress.getByName("2606:4700::1"), InetAddress.getByName("8.8.8.8"));
        assertThat(lookedUp).containsExactly("a.example");
    }

    @Test
    void admitsWhatIsAllowedAndNothingBeside() throws IOException {
        Allowance allowance = new Allowance(Set.of("Intranet.Example"), Set.of(8080));

        assertThat(gate("10.0.0.1").admit("http", "intranet.example", 8080, allowance))
                .hasSize(1);
        assertThatThrownBy(() -> gate("10.0.0.1").admit("http", "other.example", 8080, allowance))
                .isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> gate().admit("http", "intranet.example", 8081, allowance))
                .hasMessageContaining("port 8081");
        assertThatThrownBy(() -> gate().admit("ftp", "intranet.example", 80, allowance))
                .hasMessageContaining("scheme ftp");
        assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(Set.of(), Set.of(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(Set.of(" "), Set.of()));
    }

    @Test
    void saysWhenANameHasNoAddress() {
        assertThatThrownBy(() -> gate().admit("https", "a.example", 443, Allowance.NONE))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void looksNamesUpAsTheOperatingSystemDoes() {
        assertThatThrownBy(() -> new AddressGate().admit("https", "localhost", 443, Allowance.NONE))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("is loopback");
    }

    private AddressGate gate(String... addresses) {
        return new AddressGate(name -> {
            lookedUp.add(name);
            List<InetAddress> found = new ArrayList<>();
            for (String address : addresses) {
                found.add(InetAddress.getByName(address));
            }
            return found;
        });
    }
}
