package org.jdfwire.fetcher.warc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The member of a gzipped archive that a record is (ISO 28500, annex D). */
final class GzipMember {
    private GzipMember() {}

    /**
     * Reads a member to its end, where its checksum stands; the library that reads the records does not compare it.
     *
     * @throws IOException when the bytes are not those that were compressed
     */
    static void check(Path file, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(offset)));
                InputStream member = GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(false)
                        .get()) {
            member.transferTo(OutputStream.nullOutputStream());
        }
    }
}
