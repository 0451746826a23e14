package org.jdfwire.contracts.address;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which addresses may be connected to.
 *
 * <p>A name is looked up once, each of its addresses is checked, and one bad one among them refuses them all. Whoever
 * asks connects to one of the addresses returned and does not look the name up again, for a second answer may be
 * another one (DNS rebinding).
 */
public final class AddressGate {
    private static final Duration LOOKUP = Duration.ofSeconds(10);

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
    /** What some parsers take for an IPv4 address (WHATWG URL, "ends in a number"): 127.1, 0x7f.1, 2130706433, 0177.1. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");

    private final NameLookup lookup;

    /** A gate that looks names up as the operating system does. */
    public AddressGate() {
        this(new SystemLookup(LOOKUP));
    }

    public AddressGate(NameLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Returns the addresses of a host that may be connected to, at least one.
     *
     * @param scheme of the URL
     * @param host of the URL: a name in ASCII, four decimal numbers, or IPv6 in brackets
     * @param port to connect to
     * @param allowance what is allowed beyond the rule
     * @throws RefusedAddressException when it must not be connected to
     * @throws UnknownHostException when the name has no address
     */
    public List<InetAddress> admit(String scheme, String host, int port, Allowance allowance) throws IOException {
        refuseSchemeAndPort(scheme, host, port, allowance);
        String name = host.toLowerCase(Locale.ROOT);
        InetAddress written = writtenAddress(name);
        List<InetAddress> addresses = written == null ? lookUp(name) : List.of(written);
        refuseSpecial(host, name, addresses, allowance);
        return addresses;
    }

    /**
     * Refuses what is refused whatever a name's addresses are: scheme, port, and an address that is written out.
     *
     * @throws RefusedAddressException as {@link #admit} does
     */
    public static void admitAsWritten(String scheme, String host, int port, Allowance allowance) throws IOException {
        refuseSchemeAndPort(scheme, host, port, allowance);
        String name = host.toLowerCase(Locale.ROOT);
        InetAddress written = writtenAddress(name);
        refuseSpecial(host, name, written == null ? List.of() : List.of(written), allowance);
    }

    private static void refuseSchemeAndPort(String scheme, String host, int port, Allowance allowance)
            throws RefusedAddressException {
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new RefusedAddressException("scheme " + scheme + " (expected: https or http)");
        }
        if (!allowance.allowsPort(port)) {
            throw new RefusedAddressException(
                    "port " + port + " of " + host + " (expected: 80, 443 or one that the source allows)");
        }
    }

    /** Returns the address that is written out, or null for a name. */
    private static @Nullable InetAddress writtenAddress(String host) throws IOException {
        if (IPV6.matcher(host).matches()) {
            return ipv6(host);
        }
        if (IPV4.matcher(host).matches()) {
            return InetAddress.getByName(host);
        }
        if (ENDS_IN_A_NUMBER.matcher(host).matches()) {
            throw new RefusedAddressException(host + " (expected: a name, or an IPv4 address as four decimal numbers)");
        }
        return null;
    }

    private List<InetAddress> lookUp(String host) throws IOException {
        List<InetAddress> addresses = lookup.addressesOf(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }

    private static InetAddress ipv6(String host) throws IOException {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new RefusedAddressException(host + " (expected: an IPv6 address in the brackets)");
        }
        if (address instanceof Inet4Address) {
            // Java unwraps ::ffff:192.0.2.1 without a word
            throw new RefusedAddressException(host + " is IPv4-mapped (::ffff:0:0/96)");
        }
        return address;
    }

    private static void refuseSpecial(String host, String name, List<InetAddress> addresses, Allowance allowance)
            throws RefusedAddressException {
        if (!allowance.hosts().contains(name)) {
            for (InetAddress address : addresses) {
                refuseSpecial(host, address);
            }
        }
    }

    private static void refuseSpecial(String host, InetAddress address) throws RefusedAddressException {
        String block = SpecialAddresses.blockOf(address);
        if (block != null) {
            throw new RefusedAddressException(named(host, address.getHostAddress()) + " is " + block);
        }
    }

    private static String named(String host, @Nullable String address) {
        return host.equals(address) || host.startsWith("[") ? host : host + " at " + address;
    }
}
