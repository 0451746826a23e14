package org.jdfwire.store.live;

import java.nio.charset.StandardCharsets;

/**
 * A piece of a stream's body, framed once as HTTP/1.1 sends it (RFC 9112, 7.1) and shared by all who get it.
 *
 * @param framed the content between its length and a line end; never changed
 * @param start where in it the content begins
 * @param length of the content in bytes, at least 1: a chunk without any would end the body
 */
public record Chunk(byte[] framed, int start, int length) {
    private static final int LINE_END = 2;

    /** Frames a content. */
    public static Chunk of(byte[] content) {
        if (content.length == 0) {
            throw new IllegalArgumentException("content: none (expected: at least one byte)");
        }
        byte[] head = (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] framed = new byte[head.length + content.length + LINE_END];
        System.arraycopy(head, 0, framed, 0, head.length);
        System.arraycopy(content, 0, framed, head.length, content.length);
        framed[framed.length - 2] = '\r';
        framed[framed.length - 1] = '\n';
        return new Chunk(framed, head.length, content.length);
    }
}
