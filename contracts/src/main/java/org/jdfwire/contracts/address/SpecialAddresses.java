package org.jdfwire.contracts.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that are not simply somebody's host on the public internet: the IANA registries of IPv4 and IPv6
 * special-purpose addresses (RFC 6890), multicast, and what carries an IPv4 address inside. Blocks of these registries
 * that are reachable from anywhere (such as AS112) are left in: nobody publishes a magazine there.
 */
final class SpecialAddresses {
    private static final List<Block> IPV4 = List.of(
            new Block("0.0.0.0/8", "this network"),
            new Block("10.0.0.0/8", "private"),
            new Block("100.64.0.0/10", "shared by a carrier's customers"),
            new Block("127.0.0.0/8", "loopback"),
            new Block("169.254.0.0/16", "link-local"),
            new Block("172.16.0.0/12", "private"),
            new Block("192.0.0.0/24", "for protocols"),
            new Block("192.0.2.0/24", "documentation"),
            new Block("192.31.196.0/24", "AS112"),
            new Block("192.52.193.0/24", "AMT"),
            new Block("192.88.99.0/24", "6to4 relay"),
            new Block("192.168.0.0/16", "private"),
            new Block("192.175.48.0/24", "AS112"),
            new Block("198.18.0.0/15", "benchmark"),
            new Block("198.51.100.0/24", "documentation"),
            new Block("203.0.113.0/24", "documentation"),
            new Block("224.0.0.0/4", "multicast"),
            new Block("255.255.255.255/32", "broadcast"),
            new Block("240.0.0.0/4", "reserved"));

    private static final List<Block> IPV6 = List.of(
            new Block("::/128", "unspecified"),
            new Block("::1/128", "loopback"),
            new Block("::/96", "IPv4-compatible"),
            new Block("::ffff:0:0:0/96", "IPv4-translated"),
            new Block("64:ff9b::/96", "NAT64"),
            new Block("64:ff9b:1::/48", "NAT64"),
            new Block("100::/64", "discard-only"),
            new Block("2001::/32", "Teredo"),
            new Block("2001:2::/48", "benchmark"),
            new Block("2001:db8::/32", "documentation"),
            new Block("2001::/23", "for protocols"),
            new Block("2002::/16", "6to4"),
            new Block("2620:4f:8000::/48", "AS112"),
            new Block("3fff::/20", "documentation"),
            new Block("5f00::/16", "segment routing"),
            new Block("fc00::/7", "private"),
            new Block("fe80::/10", "link-local"),
            new Block("fec0::/10", "site-local"),
            new Block("ff00::/8", "multicast"));

    private static final Block GLOBAL_UNICAST = new Block("2000::/3", "global unicast");

    private SpecialAddresses() {}

    /** Returns what a special address is and its block, as in {@code loopback (127.0.0.0/8)}; null for an ordinary one. */
    static @Nullable String blockOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean ipv6 = address instanceof Inet6Address;
        for (Block block : ipv6 ? IPV6 : IPV4) {
            if (block.holds(bytes)) {
                return block.toString();
            }
        }
        if (ipv6 && !GLOBAL_UNICAST.holds(bytes)) {
            return "not " + GLOBAL_UNICAST;
        }
        return ipv6 && isIsatap(bytes) ? "ISATAP (…:5efe:0:0/96)" : null;
    }

    /** Whether the interface identifier carries an IPv4 address (RFC 5214, section 6.1). */
    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
    }

    /** A block of addresses, as in {@code 10.0.0.0/8}, and what it is for. */
    private static final class Block {
        private final String text;
        private final String purpose;
        private final byte[] prefix;
        private final int bits;

        Block(String text, String purpose) {
            String[] parts = text.split("/", -1);
            this.text = text;
            this.purpose = purpose;
            this.prefix = bytes(parts[0]);
            this.bits = Integer.parseInt(parts[1]);
        }

        boolean holds(byte[] address) {
            int whole = bits / 8;
            if (!Arrays.equals(prefix, 0, whole, address, 0, whole)) {
                return false;
            }
            int rest = 8 - bits % 8;
            return rest == 8 || (prefix[whole] & 0xff) >> rest == (address[whole] & 0xff) >> rest;
        }

        @Override
        public String toString() {
            return purpose + " (" + text + ")";
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("address: " + literal + " (expected: a literal)", e);
            }
        }
    }
}
