package org.jdfwire.parser.repair;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jdfwire.contracts.topic.Repair;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads words again whose bytes were once taken for Windows-1252: as UTF-8, which hardly any other text is by chance, or
 * as Shift_JIS, where all of a word turns out to be Japanese.
 */
final class MisreadLetters {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final int LEAST_JAPANESE = 3;

    /** The bytes 0x80 to 0x9F of Windows-1252 that are letters or rare signs; no text that is right has them in a row. */
    private static final String RARE = "€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ";

    private MisreadLetters() {}

    /** Returns the text with such words read again, each of them noted. */
    static String reread(String text, Set<Repair> repairs) {
        if (!isSuspicious(text)) {
            return text;
        }
        StringBuilder read = new StringBuilder(text.length());
        boolean changed = false;
        int start = 0;
        while (start < text.length()) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? text.length() : space;
            String word = text.substring(start, end);
            String right = isSuspicious(word) ? reread(word) : null;
            if (right != null && Words.isBlank(right)) {
                // a wide space shows nothing that could be said to have been mended
                right = null;
            }
            if (right != null) {
                repairs.add(new Repair(word, right));
                changed = true;
            }
            read.append(right == null ? word : right).append(space < 0 ? "" : " ");
            start = end + 1;
        }
        return changed ? read.toString() : text;
    }

    private static boolean isSuspicious(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && isSuspicious(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuspicious(char c) {
        return c < 0xA0 || (c >= 0xC0 && c <= 0xFF) || (c > 0xFF && RARE.indexOf(c) >= 0);
    }

    private static @Nullable String reread(String word) {
        ByteBuffer bytes = bytes(word);
        if (bytes == null) {
            return null;
        }
        String unicode = strictly(StandardCharsets.UTF_8, bytes.duplicate());
        if (unicode != null && unicode.length() < word.length()) {
            return unicode;
        }
        String japanese = strictly(SHIFT_JIS, bytes);
        return japanese != null
                        && japanese.length() >= LEAST_JAPANESE
                        && japanese.chars().allMatch(MisreadLetters::isJapanese)
                ? japanese
                : null;
    }

    /** Returns the bytes that were taken for these letters; a byte that Windows-1252 lacks was taken for a control. */
    private static @Nullable ByteBuffer bytes(String word) {
        ByteBuffer bytes = ByteBuffer.allocate(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 0x100) {
                bytes.put((byte) c);
            } else if (LATIN.newEncoder().canEncode(c)) {
                bytes.put(LATIN.encode(CharBuffer.wrap(new char[] {c})));
            } else {
                return null;
            }
        }
        return bytes.flip();
    }

    private static @Nullable String strictly(Charset charset, ByteBuffer bytes) {
        try {
            return charset.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            // not well-formed, so it never was in this encoding
            return null;
        }
    }

    private static boolean isJapanese(int c) {
        return (c >= 0x3000 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF5E);
    }
}
