package org.jdfwire.parser.decode;

/** Tells text in Windows-1252 from bytes that merely happen to be well-formed in it, as all bytes but five are. */
final class LatinShape {
    /** Bytes of typographic marks: quotes, dashes, ellipsis, bullet, no-break space, copyright, degree and the like. */
    private static final String MARKS =
            "\u0082\u0084\u0085\u008B\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0099\u009B\u00A0\u00A3\u00A7\u00A9\u00AB\u00AD\u00AE\u00B0\u00B7\u00BB\u00BD";

    private LatinShape() {}

    /** Returns whether nearly all bytes above 0x7F are typographic marks, or letters next to plain letters. */
    static boolean isPlausible(byte[] body) {
        int high = 0;
        int plausible = 0;
        for (int i = 0; i < body.length; i++) {
            int b = body[i] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            high++;
            boolean letter = b >= 0xC0 && b != 0xD7 && b != 0xF7 && b != 0xFF && b != 0xFE && b != 0xF0;
            if (MARKS.indexOf(b) >= 0 || (letter && (isPlainLetter(body, i - 1) || isPlainLetter(body, i + 1)))) {
                plausible++;
            }
        }
        return plausible * 10L >= high * 9L;
    }

    private static boolean isPlainLetter(byte[] body, int at) {
        if (at < 0 || at >= body.length) {
            return false;
        }
        int b = body[at] | 0x20;
        return b >= 'a' && b <= 'z';
    }
}
