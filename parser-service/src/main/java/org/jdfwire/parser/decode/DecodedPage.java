package org.jdfwire.parser.decode;

import java.nio.charset.Charset;

/**
 * A page as text.
 *
 * @param text the whole page, without a byte order mark
 * @param charset the encoding it was read in
 * @param source what named that encoding
 */
public record DecodedPage(String text, Charset charset, Source source) {

    /** What named the encoding, the surest first. */
    public enum Source {
        BYTE_ORDER_MARK,
        HEADER,
        META,
        DETECTION
    }
}
