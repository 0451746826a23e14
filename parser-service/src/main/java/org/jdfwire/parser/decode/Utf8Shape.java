package org.jdfwire.parser.decode;

/**
 * How far bytes look like UTF-8 (RFC 3629).
 *
 * @param sequences well-formed sequences of two bytes and more
 * @param broken bytes above 0x7F that belong to no such sequence
 */
record Utf8Shape(int sequences, int broken) {

    static Utf8Shape of(byte[] body) {
        int sequences = 0;
        int broken = 0;
        int i = 0;
        while (i < body.length) {
            if (body[i] >= 0) {
                i++;
                continue;
            }
            int length = sequenceLength(body, i);
            if (length > 0) {
                sequences++;
                i += length;
            } else {
                broken++;
                i++;
            }
        }
        return new Utf8Shape(sequences, broken);
    }

    boolean hasMultibyte() {
        return sequences > 0 && broken == 0;
    }

    boolean isWellFormed() {
        return broken == 0;
    }

    /** Whether this is UTF-8 that was damaged; text in other encodings rarely has even one sequence by chance. */
    boolean isMostlyWellFormed() {
        return broken > 0 && sequences > broken * 2;
    }

    private static int sequenceLength(byte[] body, int at) {
        int lead = body[at] & 0xFF;
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        if (length == 0 || at + length > body.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((body[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
