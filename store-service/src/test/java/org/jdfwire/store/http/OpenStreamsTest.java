package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenStreamsTest {
    private final OpenStreams streams = new OpenStreams(3, 2);

    @Test
    void letsAnAddressHaveAsManyAsItMayAndOneAgainWhenOneEnds() throws UnknownHostException {
        Runnable end = streams.open(address("192.0.2.1"));
        streams.open(address("192.0.2.1"));

        refused(429, "192.0.2.1");
        streams.open(address("192.0.2.2"));
        assertThat(streams.count()).isEqualTo(3);

        end.run();
        streams.open(address("192.0.2.1"));
        assertThat(streams.count()).isEqualTo(3);
    }

    @Test
    void aRefusedOneDoesNotCount() throws UnknownHostException {
        streams.open(address("192.0.2.1"));
        streams.open(address("192.0.2.1"));
        refused(429, "192.0.2.1");
        refused(429, "192.0.2.1");
        assertThat(streams.count()).isEqualTo(2);

        streams.open(address("192.0.2.2"));
        refused(503, "192.0.2.3");
        assertThat(streams.count()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:2:ffff::2, true", "2001:db8:1:2::1, 2001:db8:1:3::1, false"})
    void countsANetworkOfIpv6AsOneAddress(String one, String other, boolean same) throws UnknownHostException {
        streams.open(address(one));
        streams.open(address(one));

        if (same) {
            refused(429, other);
        } else {
            streams.open(address(other));
        }
    }

    @Test
    void clientsWithoutAnAddressCountAsOne() {
        streams.open(null);
        streams.open(null);

        assertThatThrownBy(() -> streams.open(null)).isInstanceOf(Problem.class);
    }

    private void refused(int status, String address) {
        assertThatThrownBy(() -> streams.open(address(address)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.status().value()).isEqualTo(status));
    }

    private static InetSocketAddress address(String literal) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(literal), 4711);
    }
}
