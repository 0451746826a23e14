package org.jdfwire.parser.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.page.Encoding;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Lists the encodings a page may be in, the surest first. */
final class CharsetCandidates {
    private static final int META_LOOK = 4096;
    private static final int DETECTOR_LOOK = 256 * 1024;
    private static final Pattern HEADER_CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern META_CHARSET = Pattern.compile(
            "<meta\\b[^>]*\\bcharset\\s*=\\s*[\"']?([^\\s\"'/>;]+)|<\\?xml\\b[^>]*\\bencoding\\s*=\\s*[\"']([^\"']+)",
            Pattern.CASE_INSENSITIVE);
    private static final byte ESCAPE = 0x1B;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private CharsetCandidates() {}

    /** An encoding, and what named it. */
    record Candidate(Charset charset, Encoding.NamedBy namedBy) {}

    /**
     * Returns the encodings, each worked out only when it is asked for: the first nearly always fits. One that the bytes do
     * not look like is null.
     */
    static List<Supplier<@Nullable Candidate>> of(byte[] body, String contentType) {
        Charset marked = byByteOrderMark(body);
        if (marked != null) {
            return List.of(() -> new Candidate(marked, Encoding.NamedBy.BYTE_ORDER_MARK));
        }
        List<Candidate> named = new ArrayList<>();
        add(named, named(HEADER_CHARSET, contentType), Encoding.NamedBy.HEADER);
        add(named, inMarkup(latin(body, META_LOOK)), Encoding.NamedBy.META);
        return ordered(body, named, Utf8Shape.of(body));
    }

    /** Puts what is named first, unless it is an encoding that takes almost any bytes and these look like another. */
    private static List<Supplier<@Nullable Candidate>> ordered(byte[] body, List<Candidate> named, Utf8Shape shape) {
        List<Supplier<@Nullable Candidate>> candidates = new ArrayList<>();
        List<Supplier<@Nullable Candidate>> doubtful = new ArrayList<>();
        // an apostrophe and an s are a kanji in Shift_JIS, so what can be Latin is not asked for Japanese
        boolean asked = !named.isEmpty() && !shape.isWellFormed() && !LatinShape.isPlausible(body);
        Charset japanese = asked ? JapaneseShape.of(body) : null;
        for (Candidate candidate : named) {
            if (candidate.charset().equals(WINDOWS_1252)) {
                if (!shape.hasMultibyte() && !shape.isMostlyWellFormed()) {
                    (japanese == null ? candidates : doubtful).add(() -> candidate);
                }
            } else if (JapaneseShape.isDenied(candidate.charset(), shape.hasMultibyte() ? UTF_8 : japanese)) {
                doubtful.add(() -> candidate);
            } else {
                candidates.add(() -> candidate);
            }
        }
        candidates.add(() -> seen(japanese));
        if (shape.isWellFormed()) {
            candidates.add(() -> seen(hasJisShift(body) ? charset("ISO-2022-JP") : null));
            candidates.add(() -> seen(UTF_8));
        } else if (!shape.isMostlyWellFormed()) {
            // damaged UTF-8 is not tried as anything else: another encoding would read it as nonsense without a word
            candidates.add(() -> seen(detected(body)));
        }
        candidates.addAll(doubtful);
        return candidates;
    }

    private static @Nullable Candidate seen(@Nullable Charset charset) {
        return charset == null ? null : new Candidate(charset, Encoding.NamedBy.DETECTION);
    }

    private static void add(List<Candidate> candidates, @Nullable Charset charset, Encoding.NamedBy namedBy) {
        if (charset != null) {
            candidates.add(new Candidate(charset, namedBy));
        }
    }

    private static @Nullable Charset byByteOrderMark(byte[] body) {
        String start = latin(body, 3);
        if (start.startsWith("\u00EF\u00BB\u00BF")) {
            return UTF_8;
        }
        if (start.startsWith("\u00FE\u00FF")) {
            return StandardCharsets.UTF_16BE;
        }
        return start.startsWith("\u00FF\u00FE") ? StandardCharsets.UTF_16LE : null;
    }

    private static @Nullable Charset named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? charset(matcher.group(1)) : null;
    }

    /** Goes from tag to tag: the pattern alone would be tried at every letter. */
    private static @Nullable Charset inMarkup(String head) {
        Matcher matcher = META_CHARSET.matcher(head);
        for (int tag = head.indexOf('<'); tag >= 0; tag = head.indexOf('<', tag + 1)) {
            if (mayDeclare(head, tag) && matcher.region(tag, head.length()).lookingAt()) {
                return charset(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
        }
        return null;
    }

    /** Whether a tag may be {@code <meta} or {@code <?xml}. */
    private static boolean mayDeclare(String head, int tag) {
        char c = tag + 1 < head.length() ? head.charAt(tag + 1) : ' ';
        return c == 'm' || c == 'M' || c == '?';
    }

    private static @Nullable Charset detected(byte[] body) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(body, 0, Math.min(body.length, DETECTOR_LOOK));
        detector.dataEnd();
        Charset charset = charset(detector.getDetectedCharset());
        boolean latin = LatinShape.isPlausible(body);
        if (charset == null || (WINDOWS_1252.equals(charset) && !latin)) {
            return latin ? null : JapaneseShape.of(body);
        }
        return charset;
    }

    /** Reads an encoding's label as browsers do: Latin-1 is Windows-1252, Shift_JIS is Microsoft's. */
    private static @Nullable Charset charset(@Nullable String label) {
        if (label == null) {
            return null;
        }
        String name = switch (label.trim().toLowerCase(Locale.ROOT)) {
            case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j" -> "windows-31j";
            case "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252" -> "windows-1252";
            case "utf8", "utf-8", "unicode-1-1-utf-8" -> "UTF-8";
            // a page whose meta can be read byte by byte is in no wide encoding (HTML standard, 13.2.3.2)
            case "utf-16", "utf-16le", "utf-16be" -> "UTF-8";
            case "x-euc-jp", "eucjp", "euc-jp" -> "EUC-JP";
            default -> label.trim();
        };
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // a name nobody knows is no name: the next candidate is asked
            return null;
        }
    }

    /** Whether {@code ESC $} opens a stretch of Japanese in ISO-2022-JP, whose bytes are all plain ASCII otherwise. */
    private static boolean hasJisShift(byte[] body) {
        for (int i = 0; i < Math.min(body.length, DETECTOR_LOOK) - 1; i++) {
            if (body[i] == ESCAPE && body[i + 1] == '$') {
                return true;
            }
        }
        return false;
    }

    private static String latin(byte[] body, int most) {
        return new String(body, 0, Math.min(body.length, most), StandardCharsets.ISO_8859_1);
    }
}
