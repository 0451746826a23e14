package org.jdfwire.contracts.address;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdfwire.contracts.Checks;

/**
 * What an operator allows beyond the public internet's web ports.
 *
 * @param hosts hosts that are connected to whatever their address is, as they stand in a URL (IPv6 in brackets)
 * @param ports ports besides 80 and 443
 */
public record Allowance(Set<String> hosts, Set<Integer> ports) {
    /** Nothing beyond. */
    public static final Allowance NONE = new Allowance(Set.of(), Set.of());

    public Allowance {
        hosts = hosts.stream()
                .map(host -> Checks.text("allowed host", host).strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        ports = Set.copyOf(ports);
        for (int port : ports) {
            if (port < 1 || port > 65535) {
                Checks.refuse("allowed port", port, "1 to 65535");
            }
        }
    }

    boolean allowsPort(int port) {
        return port == 80 || port == 443 || ports.contains(port);
    }
}
