package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.standalone.command.Problem;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void freeOnesDifferAndAreNoneThatAnOutgoingConnectionGets() {
        List<Integer> found = new ArrayList<>();
        try (Ports ports = new Ports()) {
            for (int i = 0; i < 50; i++) {
                found.add(i % 2 == 0 ? ports.free() : ports.claim("--port", 0));
            }
        }

        assertThat(found).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 30_000);
    }

    @Test
    void refusesOneThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Ports ports = new Ports()) {
            assertThatThrownBy(() -> ports.claim("--port", taken.getLocalPort()))
                    .isInstanceOf(Problem.class)
                    .hasMessage("port " + taken.getLocalPort()
                            + ": taken by another program (expected: a free one; choose it with --port N)");
        }
    }
}
