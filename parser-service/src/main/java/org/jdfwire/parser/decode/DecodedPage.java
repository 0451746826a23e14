package org.jdfwire.parser.decode;

import org.jdfwire.contracts.page.Encoding;

/**
 * A page as text.
 *
 * @param text the whole page, without a byte order mark
 * @param encoding it was read in, and what named it
 */
public record DecodedPage(String text, Encoding encoding) {}
