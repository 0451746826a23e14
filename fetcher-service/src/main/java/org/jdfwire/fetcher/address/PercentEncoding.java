package org.jdfwire.fetcher.address;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding made normal (RFC 3986, section 6.2.2): one spelling for one sequence of bytes. */
final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final String OTHERS_ALLOWED = "!$&'()*+,;=:@/?";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /**
     * Decodes what needs no encoding, encodes in UTF-8 what must not stand in a path or query, and leaves reserved
     * characters as they are, for {@code %2F} and {@code /} differ.
     */
    static String normalize(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
                appendEncoded(normal, (byte)
                        (Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16)));
                i += 2;
            } else if (isUnreserved(bytes[i]) || OTHERS_ALLOWED.indexOf(bytes[i]) >= 0) {
                normal.append((char) bytes[i]);
            } else {
                escape(normal, bytes[i]);
            }
        }
        return normal.toString();
    }

    private static void appendEncoded(StringBuilder normal, byte decoded) {
        if (isUnreserved(decoded)) {
            normal.append((char) decoded);
        } else {
            escape(normal, decoded);
        }
    }

    private static void escape(StringBuilder normal, byte value) {
        normal.append('%').append(HEX.toHexDigits(value));
    }

    private static boolean isUnreserved(byte value) {
        return (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || (value >= '0' && value <= '9')
                || UNRESERVED.indexOf(value) >= 0;
    }

    private static boolean isHex(byte value) {
        return value > 0 && Character.digit(value, 16) >= 0;
    }
}
