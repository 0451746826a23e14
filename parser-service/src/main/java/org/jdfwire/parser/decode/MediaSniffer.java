package org.jdfwire.parser.decode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.parser.refusal.PageRefusedException;

/** Tells pages from pictures, archives and zeros by their first bytes. */
final class MediaSniffer {
    /** How far into the bytes or the text is looked. */
    private static final int LOOK = 64 * 1024;

    /** First bytes (as Latin letters) and what begins with them; see the WHATWG MIME Sniffing Standard, section 6. */
    private static final Map<String, String> SIGNATURES = signatures();

    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype\\s+html|html|head|title|body|meta|div|p|h[1-6]|table|ul|ol|dl|a|b|font|span|section|article|br)\\b",
            Pattern.CASE_INSENSITIVE);

    private MediaSniffer() {}

    static void refuseWhatIsNoText(byte[] body) {
        if (body.length == 0) {
            throw new PageRefusedException(RejectReason.EMPTY, "page: 0 bytes (expected: HTML)");
        }
        String start = new String(body, 0, Math.min(body.length, 8), StandardCharsets.ISO_8859_1);
        SIGNATURES.forEach((signature, name) -> {
            if (start.startsWith(signature)) {
                throw notHtml(name);
            }
        });
        boolean wide = start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE");
        int controls = controls(body);
        // UTF-16 is half zeros; anything else with one control character in fifty is no text
        if (!wide && controls > Math.min(body.length, LOOK) / 50) {
            throw notHtml("binary data, " + controls + " control characters in the first " + Math.min(body.length, LOOK)
                    + " bytes");
        }
    }

    static void refuseWhatHasNoMarkup(String text) {
        if (!MARKUP.matcher(text).region(0, Math.min(text.length(), LOOK)).find()) {
            throw notHtml("text without a single HTML tag");
        }
    }

    private static int controls(byte[] body) {
        int controls = 0;
        int end = Math.min(body.length, LOOK);
        for (int i = 0; i < end; i++) {
            byte b = body[i];
            if (b >= 0 && b < 0x20 && !isAllowed(b)) {
                controls++;
            }
        }
        return controls;
    }

    private static boolean isAllowed(byte control) {
        // escape opens the shifts of ISO-2022-JP
        return control == '\n' || control == '\r' || control == '\t' || control == '\f' || control == 0x1B;
    }

    private static PageRefusedException notHtml(String found) {
        return new PageRefusedException(RejectReason.NOT_HTML, "page: " + found + " (expected: HTML)");
    }

    private static Map<String, String> signatures() {
        Map<String, String> signatures = new LinkedHashMap<>();
        signatures.put("\u0089PNG", "a PNG picture");
        signatures.put("\u00FF\u00D8\u00FF", "a JPEG picture");
        signatures.put("GIF8", "a GIF picture");
        signatures.put("RIFF", "a RIFF container");
        signatures.put("%PDF-", "a PDF document");
        signatures.put("PK\u0003\u0004", "a ZIP archive");
        signatures.put("\u001F\u008B", "a GZIP archive");
        return signatures;
    }
}
