package org.jdfwire.fetcher.warc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcRecord;

/** One archive file, read from its beginning to its end; never more than one record of it is in memory. */
public final class Archive implements Closeable {
    private final WarcRecords records;
    private final RecordReader reader;

    /** Where the last broken record begins; it may be met a second time, when it is stepped over. */
    private long broken = -1;

    /**
     * Opens a file.
     *
     * @param file {@code .warc} or {@code .warc.gz}
     * @param takes which pages are wanted
     * @param shelf where else the response of a revisit may lie
     * @param now a capture of later than this is passed over: it would hide all that is seen from now on
     * @throws IOException when it cannot be read, or begins as no archive does
     */
    public Archive(Path file, Predicate<CanonicalUrl> takes, ArchiveShelf shelf, Instant now) throws IOException {
        this.records = new WarcRecords(file);
        this.reader = new RecordReader(file, takes, shelf, now);
    }

    /**
     * Returns what the next record is, or null at the end.
     *
     * @throws IOException when the file itself cannot be read
     */
    public @Nullable ArchiveEntry next() throws IOException {
        while (true) {
            WarcRecord record;
            try {
                record = records.next();
            } catch (IOException | RuntimeException e) {
                // the library says by all sorts of exceptions that a record is not as it should be
                long offset = records.position();
                records.skipBroken();
                if (offset == broken) {
                    continue;
                }
                return broken(offset, e);
            }
            if (record == null) {
                return null;
            }
            try {
                long offset = records.position();
                ArchiveEntry entry = reader.read(record, offset);
                if (entry instanceof ArchiveEntry.Page) {
                    records.check(offset);
                }
                return entry;
            } catch (IOException | RuntimeException e) {
                // the next record still begins where this one says it ends, unless that cannot be read either
                return broken(records.position(), e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private ArchiveEntry broken(long offset, Exception why) {
        broken = offset;
        return new ArchiveEntry.Broken(offset, why.toString());
    }
}
