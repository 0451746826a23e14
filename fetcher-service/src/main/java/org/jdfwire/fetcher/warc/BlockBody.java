package org.jdfwire.fetcher.warc;

import java.io.IOException;
import java.io.InputStream;
import org.netpreserve.jwarc.WarcReader;

/** The body of an archived answer as it stands in its record, chunks and all. */
final class BlockBody {
    private static final int EMPTY_LINE = 0x0D0A0D0A;

    private BlockBody() {}

    /** Whether the digest is that of the bytes after the answer's headers. */
    static boolean has(StatedDigest digest, ArchiveShelf.Place place) throws IOException {
        try (WarcReader reader = WarcRecords.open(place.file(), place.offset())) {
            InputStream block = reader.next().orElseThrow().body().stream();
            // headers end with an empty line (RFC 9112, section 2.1); the last bytes tell
            int last = 0;
            while (last != EMPTY_LINE && (last & 0xFFFF) != 0x0A0A) {
                int next = block.read();
                if (next < 0) {
                    return false;
                }
                last = (last << 8) | next;
            }
            return digest.isOf(block);
        }
    }
}
