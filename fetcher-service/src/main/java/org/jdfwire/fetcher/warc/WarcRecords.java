package org.jdfwire.fetcher.warc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * The records of one archive, plain or gzipped record by record, one at a time; what is broken is stepped over to where
 * the next record begins.
 */
final class WarcRecords implements Closeable {
    private static final byte[] PLAIN_BEGIN = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP_BEGIN = {0x1f, (byte) 0x8b, 8};
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final byte[] begin;
    private WarcReader reader;
    private boolean ended;
    private long checked = -1;

    /**
     * Opens an archive.
     *
     * @throws IOException when it cannot be read, or begins as no archive does
     */
    WarcRecords(Path file) throws IOException {
        this.file = file;
        this.begin = startsWith(file, GZIP_BEGIN) ? GZIP_BEGIN : PLAIN_BEGIN;
        this.reader = open(0);
    }

    /** Returns where the record begins that was read last, or that could not be read, in bytes of the file. */
    long position() {
        return reader.position();
    }

    /**
     * Returns the next record; null at the end.
     *
     * @throws IOException when it is broken; {@link #skipBroken} then goes on after it
     */
    @Nullable
    WarcRecord next() throws IOException {
        if (ended) {
            return null;
        }
        Optional<WarcRecord> record = reader.next();
        return record.orElse(null);
    }

    /** Checks that a record which was read has the bytes that were written, where its compression tells. */
    void check(long offset) throws IOException {
        // a file that is compressed as a whole has all its records in one member
        if (offset != checked) {
            check(file, offset);
            checked = offset;
        }
    }

    /** Checks a record of any archive so. */
    static void check(Path file, long offset) throws IOException {
        if (startsWith(file, GZIP_BEGIN)) {
            GzipMember.check(file, offset);
        }
    }

    /** Goes to where another record seems to begin after the broken one, or to the end where none does. */
    void skipBroken() throws IOException {
        long from = position() + 1;
        while (true) {
            long candidate = find(from);
            if (candidate < 0) {
                ended = true;
                return;
            }
            try {
                reader.close();
                reader = open(candidate);
                return;
            } catch (IOException e) {
                // compressed bytes can look like the beginning of a record by chance
                from = candidate + 1;
            }
        }
    }

    /** Opens the archive at a record that begins there; the caller closes it. */
    static WarcReader open(Path file, long position) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            channel.position(position);
            WarcReader reader = new WarcReader(channel);
            reader.calculateBlockDigest();
            return reader;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private WarcReader open(long position) throws IOException {
        return open(file, position);
    }

    private long find(long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            long start = from;
            while (true) {
                buffer.clear();
                int read = channel.read(buffer, start);
                if (read < begin.length) {
                    return -1;
                }
                int index = indexOf(buffer.array(), read);
                if (index >= 0) {
                    return start + index;
                }
                // the beginning may lie across two buffers
                start += read - begin.length + 1;
            }
        }
    }

    private int indexOf(byte[] bytes, int length) {
        for (int i = 0; i + begin.length <= length; i++) {
            if (Arrays.equals(bytes, i, i + begin.length, begin, 0, begin.length)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(Path file, byte[] begin) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = ByteBuffer.allocate(begin.length);
            channel.read(start, 0);
            return Arrays.equals(start.array(), begin);
        }
    }
}
