package org.jdfwire.parser.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.page.Encoding;
import org.jdfwire.contracts.page.Encoding.NamedBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which encoding a page is read in, and what is said to have named it. */
class PageDecoderTest {
    private static final String JAPANESE = "<p>防衛大臣が会談しました。見本のページです。</p>";
    private static final String LATIN =
            "<p>Germany’s and Japan’s ministers, it’s said, met in the minister’s house.</p>";

    private final PageDecoder decoder = new PageDecoder();

    @Test
    void takesTheMarkBeforeTheHeader() {
        DecodedPage page = decode("\uFEFF" + JAPANESE, "UTF-8", "text/html; charset=Shift_JIS");
        assertThat(page.encoding()).isEqualTo(new Encoding("UTF-8", NamedBy.BYTE_ORDER_MARK));
        assertThat(page.text()).isEqualTo(JAPANESE);
    }

    @Test
    void takesTheHeaderBeforeThePage() {
        DecodedPage page = decode("<meta charset=utf-8>" + JAPANESE, "EUC-JP", "text/html; charset=EUC-JP");
        assertThat(page.encoding()).isEqualTo(new Encoding("EUC-JP", NamedBy.HEADER));
        assertThat(page.text()).contains("防衛大臣");
    }

    @Test
    void takesThePageWhereTheHeaderSaysNothing() {
        DecodedPage page = decode("<meta charset=shift_jis>" + JAPANESE, "windows-31j", "text/html");
        assertThat(page.encoding()).isEqualTo(new Encoding("windows-31j", NamedBy.META));
        assertThat(page.text()).contains("防衛大臣");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-31j", "EUC-JP", "ISO-2022-JP"})
    void detectsWhatNobodyNames(String encoding) {
        DecodedPage page = decode(JAPANESE, encoding, "text/html");
        assertThat(page.encoding()).isEqualTo(new Encoding(encoding, NamedBy.DETECTION));
        assertThat(page.text()).isEqualTo(JAPANESE);
    }

    /** A server's default is not what its pages are in. */
    @ParameterizedTest
    @CsvSource({
        "windows-31j, ISO-8859-1",
        "EUC-JP, ISO-8859-1",
        "EUC-JP, Shift_JIS",
        "windows-31j, EUC-JP",
        "UTF-8, ISO-8859-1",
        "UTF-8, Shift_JIS"
    })
    void doesNotBelieveAHeaderThatTheBytesDeny(String encoding, String header) {
        DecodedPage page = decode(JAPANESE, encoding, "text/html; charset=" + header);
        assertThat(page.text()).isEqualTo(JAPANESE);
        assertThat(page.encoding()).isEqualTo(new Encoding(encoding, NamedBy.DETECTION));
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, HEADER", "iso-8859-1, HEADER", ", DETECTION"})
    void readsTypographicMarksInLatinAsTheyAre(String named, NamedBy namedBy) {
        DecodedPage page = decode(LATIN, "windows-1252", "text/html" + (named == null ? "" : "; charset=" + named));
        assertThat(page.text()).isEqualTo(LATIN);
        assertThat(page.encoding()).isEqualTo(new Encoding("windows-1252", namedBy));
    }

    private DecodedPage decode(String html, String encoding, String contentType) {
        Charset charset = encoding.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return decoder.decode(html.getBytes(charset), contentType);
    }
}
