package org.jdfwire.store.webhook;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;

/** Reads answers whose head is whole; the client's own parser takes the end of the connection for the end of the head. */
final class WholeHeads implements HttpMessageParserFactory<ClassicHttpResponse> {
    private final HttpMessageParserFactory<ClassicHttpResponse> parsers;

    WholeHeads(Http1Config config) {
        parsers = new DefaultHttpResponseParserFactory(config);
    }

    @Override
    public HttpMessageParser<ClassicHttpResponse> create() {
        HttpMessageParser<ClassicHttpResponse> parser = parsers.create();
        return (buffer, in) -> parser.parse(buffer, new Unended(in));
    }

    @Override
    public HttpMessageParser<ClassicHttpResponse> create(Http1Config config) {
        HttpMessageParser<ClassicHttpResponse> parser = parsers.create(config);
        return (buffer, in) -> parser.parse(buffer, new Unended(in));
    }

    private static final class Unended extends FilterInputStream {
        Unended(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return whole(super.read());
        }

        @Override
        public int read(byte[] bytes, int start, int count) throws IOException {
            return whole(super.read(bytes, start, count));
        }

        private static int whole(int read) throws EOFException {
            if (read < 0) {
                throw new EOFException("the connection ended before the head of an answer did");
            }
            return read;
        }
    }
}
