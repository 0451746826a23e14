package org.jdfwire.parser.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the Japanese encodings apart where there are too few letters for statistics: read in the right one, all are. */
final class JapaneseShape {
    private static final List<Charset> ENCODINGS = List.of(Charset.forName("EUC-JP"), Charset.forName("windows-31j"));

    private static final int LEAST_LETTERS = 4;
    private static final int WIDE_SPACE = 0x3000;

    private JapaneseShape() {}

    /** Returns the one encoding in which all that is not ASCII is Japanese, null where none or both are. */
    static @Nullable Charset of(byte[] body) {
        Charset found = null;
        for (Charset encoding : ENCODINGS) {
            if (isJapanese(body, encoding)) {
                if (found != null) {
                    return null;
                }
                found = encoding;
            }
        }
        return found;
    }

    /** Whether bytes of one encoding are named as the other Japanese one, which takes nearly any for half-width kana. */
    static boolean isDenied(Charset named, @Nullable Charset seen) {
        return seen != null && ENCODINGS.contains(named) && !named.equals(seen);
    }

    private static boolean isJapanese(byte[] body, Charset encoding) {
        try {
            String text = encoding.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            int letters = 0;
            boolean onlySpaces = true;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 0x80) {
                    letters++;
                    onlySpaces &= c == WIDE_SPACE;
                    if (!isCommon(c)) {
                        return false;
                    }
                }
            }
            // an English page may have no more of Japanese than the wide spaces that indent it
            return onlySpaces || letters >= LEAST_LETTERS;
        } catch (CharacterCodingException e) {
            // not well-formed in it, so it is not the one
            return false;
        }
    }

    /** Kana, the kanji, full-width forms and the signs that stand among them; no half-width kana, which are rare. */
    private static boolean isCommon(int c) {
        return (c >= 0x3000 && c <= 0x30FF)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0xFF01 && c <= 0xFF5E)
                || (c >= 0x2010 && c <= 0x2312)
                || (c >= 0x2460 && c <= 0x25FF)
                || c == 0xA9
                || c == 0xD7;
    }
}
