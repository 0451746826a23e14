package org.jdfwire.parser.metamorphic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A rendering as bytes: end tags left out where HTML allows it, attributes without quotes, tags in capitals, in one
 * encoding or another, named by the header, by the page, by its first bytes, or not at all.
 *
 * @param bytes of the page
 * @param contentType as the server sent it
 */
record PageBytes(byte[] bytes, String contentType) {
    /** End tags that HTML lets out (HTML standard, 13.1.2.4), where what follows tells the same. */
    private static final Pattern OPTIONAL_END = Pattern.compile(
            "</p>(?=\\s*(?:<(?:p|div|h[1-6]|ul|ol|dl|table|section|article|blockquote|figure|footer|center)\\b"
                    + "|</(?:div|td|li|dd|section|article|blockquote|center|body)>))"
                    + "|</li>(?=\\s*(?:<li|</[uo]l))|</d[dt]>(?=\\s*(?:<d[dt]|</dl))"
                    + "|</t[dh]>(?=\\s*(?:<t[dh]|</tr))|</tr>(?=\\s*(?:<tr|</table))");

    private static final Pattern TAG = Pattern.compile("</?[a-z][a-z0-9]*");
    private static final Pattern QUOTED = Pattern.compile("='([A-Za-z0-9_./#:+-]+)'(?=[ >])");
    private static final Pattern JAPANESE = Pattern.compile("[\\u3040-\\u30ff\\u4e00-\\u9fff]{1,}");
    private static final int ENOUGH_JAPANESE = 8;

    static PageBytes of(Choices choices, String html) {
        String page = switch (choices.of("tags", "as is", "capitals", "open", "open capitals", "unquoted")) {
            case "capitals" -> capitals(html);
            case "open" -> OPTIONAL_END.matcher(html).replaceAll("");
            case "open capitals" -> capitals(OPTIONAL_END.matcher(html).replaceAll(""));
            case "unquoted" -> QUOTED.matcher(html).replaceAll("=$1");
            default -> html;
        };
        String encoding = choices.of(
                "encoding", "UTF-8", "UTF-8", "UTF-8", "Shift_JIS", "EUC-JP", "windows-1252", "ISO-2022-JP", "UTF-16");
        List<String> named = new ArrayList<>(List.of("header", "meta", "http-equiv"));
        boolean unicode = encoding.startsWith("UTF");
        if (unicode) {
            named.add("mark");
        }
        // a few Japanese letters are too few to tell their encoding by
        if (encoding.equals("UTF-8") || (japanese(page) >= ENOUGH_JAPANESE && !unicode)) {
            named.add("nothing");
        }
        if (encoding.equals("UTF-8") && japanese(page) >= ENOUGH_JAPANESE) {
            named.add("meta, not header");
        }
        String by = choices.of("named by", encoding.equals("UTF-16") ? List.of("mark") : named);
        return new PageBytes(
                bytes(declared(page, encoding, by), encoding, by.equals("mark")), contentType(encoding, by));
    }

    /** Some servers send one default for all their pages, whatever those are in. */
    private static String contentType(String encoding, String by) {
        return switch (by) {
            case "header" -> "text/html; charset=" + encoding;
            case "meta, not header" -> "text/html; charset=ISO-8859-1";
            default -> "text/html";
        };
    }

    private static String declared(String page, String encoding, String by) {
        String meta = switch (by) {
            case "meta", "meta, not header" -> "<meta charset=\"" + encoding + "\">";
            case "http-equiv" ->
                "<META http-equiv=\"Content-Type\" content=\"text/html; charset=" + encoding.toLowerCase(Locale.ROOT)
                        + "\">";
            default -> "";
        };
        return page.replaceFirst("(?i)(<head>)", "$1" + meta);
    }

    /** Encodes a page; what the encoding lacks becomes a reference, as authors of the time wrote it. */
    private static byte[] bytes(String page, String encoding, boolean mark) {
        if (encoding.equals("UTF-16")) {
            return page.getBytes(StandardCharsets.UTF_16);
        }
        CharsetEncoder encoder = Charset.forName(encoding.equals("Shift_JIS") ? "windows-31j" : encoding)
                .newEncoder();
        StringBuilder encodable = new StringBuilder(mark ? "\uFEFF" : "");
        page.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            encodable.append(encoder.canEncode(letter) ? letter : "&#" + c + ";");
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(encodable.toString().getBytes(encoder.charset()));
        return out.toByteArray();
    }

    private static int japanese(String page) {
        return JAPANESE.matcher(page)
                .results()
                .mapToInt(match -> match.end() - match.start())
                .sum();
    }

    private static String capitals(String html) {
        return TAG.matcher(html).replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
    }
}
