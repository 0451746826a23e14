package org.jdfwire.parser;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages pages as transfers, editors and attackers do: bytes, tags, splices, cuts, encodings. */
final class Mutations {
    private static final int MOST_STEPS = 8;
    private static final int MOST_SPLICE = 2_000;
    private static final List<String> PIECES = List.of(
            "<h3>",
            "</h3>",
            "<p>",
            "</p>",
            "<br>",
            "<br><br>",
            "<table><tr><td>",
            "</table>",
            "<th>",
            "<li>",
            "<dl><dt>",
            "<b>",
            "</b>",
            "<font size=+2>",
            "<a href='//x.example/y?z#'>",
            "</a>",
            "<img src=x.jpg alt='Flag:india'>",
            "<img>",
            "<figure>",
            "<figcaption>",
            "<style>*{display:none}</style>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<title>",
            "<base href='%'>",
            "<svg>",
            "<select>",
            "<textarea>",
            "<template>",
            "<frameset>",
            "<plaintext>",
            "<h1 hidden>",
            "<p style='display:none'>",
            "&#xD800;",
            "&#0;",
            "&nbsp",
            "&amp;amp;",
            "\u3000",
            "\uFEFF",
            "\u200B",
            "On May 3, ",
            "from December 28 to January 3 ",
            "On February 29, ",
            "On the next day, ",
            "No.133",
            "PAGE TOP",
            "HOME > ",
            "Copyright",
            "99999999999999999999",
            "(1) ",
            "Q1 ",
            "A1. ",
            "U.S.-",
            "\"",
            "'",
            "<",
            ">",
            "=",
            "\0");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-31j"),
            Charset.forName("EUC-JP"),
            Charset.forName("ISO-2022-JP"));

    private final List<byte[]> pages;

    Mutations(List<byte[]> pages) {
        this.pages = pages;
    }

    /** Returns the mutation of that number: the same one every time. */
    byte[] mutation(long number) {
        Random random = new Random(number);
        byte[] page = any(random);
        for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
            page = step(page, random);
        }
        return page;
    }

    private byte[] step(byte[] page, Random random) {
        int at = random.nextInt(page.length + 1);
        switch (random.nextInt(8)) {
            case 0:
                return splice(page, at, at, new byte[] {(byte) random.nextInt(256)});
            case 1:
                return splice(page, at, Math.min(page.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 2:
                return splice(page, at, Math.min(page.length, at + random.nextInt(60)), new byte[0]);
            case 3:
                return splice(page, at, at, piece(random).getBytes(StandardCharsets.UTF_8));
            case 4:
                return splice(
                        page,
                        at,
                        at,
                        piece(random).repeat(1 + random.nextInt(50)).getBytes(StandardCharsets.UTF_8));
            case 5:
                byte[] other = any(random);
                int from = random.nextInt(other.length + 1);
                int to = Math.min(other.length, from + random.nextInt(MOST_SPLICE));
                return splice(page, at, at, Arrays.copyOfRange(other, from, to));
            case 6:
                return Arrays.copyOf(page, at);
            default:
                Charset read = CHARSETS.get(random.nextInt(CHARSETS.size()));
                Charset written = CHARSETS.get(random.nextInt(CHARSETS.size()));
                return new String(page, read).getBytes(written);
        }
    }

    private byte[] any(Random random) {
        return pages.get(random.nextInt(pages.size()));
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static byte[] splice(byte[] page, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.length + between.length);
        out.write(page, 0, from);
        out.writeBytes(between);
        out.write(page, to, page.length - to);
        return out.toByteArray();
    }
}
