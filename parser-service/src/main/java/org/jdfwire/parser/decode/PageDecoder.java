package org.jdfwire.parser.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jdfwire.contracts.page.Encoding;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.parser.decode.CharsetCandidates.Candidate;
import org.jdfwire.parser.refusal.PageRefusedException;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Turns the exact bytes of a page into text.
 *
 * <p>Asked in turn: a byte order mark, the Content-Type header, the page's own {@code meta} or XML declaration, then
 * what the bytes look like. An encoding counts only if every byte is well-formed in it.
 */
public final class PageDecoder {
    private static final char REPLACEMENT = '\uFFFD';

    /**
     * Decodes a page.
     *
     * @param body the exact bytes
     * @param contentType as received, with or without a charset
     * @return the text, never blank
     * @throws PageRefusedException {@code empty}, {@code not-html} or {@code undecodable}, the last with the offset of
     *     the first byte that fits nothing
     */
    public DecodedPage decode(byte[] body, String contentType) {
        MediaSniffer.refuseWhatIsNoText(body);
        @Nullable Charset first = null;
        for (Supplier<@Nullable Candidate> supplier : CharsetCandidates.of(body, contentType)) {
            Candidate candidate = supplier.get();
            if (candidate == null) {
                continue;
            }
            first = first == null ? candidate.charset() : first;
            String text = strictly(body, candidate);
            if (text != null) {
                return new DecodedPage(
                        checked(text), new Encoding(candidate.charset().name(), candidate.namedBy()));
            }
        }
        Charset surest = first == null ? StandardCharsets.UTF_8 : first;
        throw new PageRefusedException(
                RejectReason.UNDECODABLE,
                "byte at offset " + firstMalformed(body, surest) + ": not well-formed " + surest.name()
                        + ", nor is the page in any other encoding (expected: one encoding throughout)");
    }

    private static String checked(String text) {
        if (Words.isBlank(text)) {
            throw new PageRefusedException(RejectReason.EMPTY, "page: white space only (expected: text)");
        }
        MediaSniffer.refuseWhatHasNoMarkup(text);
        return text;
    }

    private static @Nullable String strictly(byte[] body, Candidate candidate) {
        // the short way: where nothing was replaced, every byte was well-formed
        String text = new String(body, candidate.charset());
        if (text.indexOf(REPLACEMENT) < 0) {
            return withoutMark(text);
        }
        CharBuffer strict = CharBuffer.allocate(body.length + 1);
        CoderResult result = decodeInto(strict, ByteBuffer.wrap(body), candidate.charset());
        return result.isError() ? null : withoutMark(strict.flip().toString());
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static int firstMalformed(byte[] body, Charset charset) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        decodeInto(CharBuffer.allocate(body.length + 1), bytes, charset);
        return bytes.position();
    }

    private static CoderResult decodeInto(CharBuffer text, ByteBuffer bytes, Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, text, true);
    }
}
