package org.jdfwire.fetcher.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Target;
import org.jdfwire.fetcher.warc.Archive;
import org.jdfwire.fetcher.warc.ArchiveEntry;
import org.jdfwire.fetcher.warc.ArchiveReport;
import org.jdfwire.fetcher.warc.ArchiveShelf;

/**
 * Publishes the captures of an archive, some dozens or some megabytes in a transaction.
 *
 * <p>Killed in the middle, it begins again at the file's beginning: what was published is known by its bytes and its
 * time, so nothing is published twice, and nothing is left out.
 */
final class ArchiveImport {
    private static final int MOST_CAPTURES = 50;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final InboxSettings settings;
    private final Ledger ledger;
    private final ArchiveShelf shelf;
    private final InstantSource clock;

    ArchiveImport(InboxSettings settings, Ledger ledger, ArchiveShelf shelf, InstantSource clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * Takes all that an archive holds.
     *
     * @return what that was
     * @throws RefusedFileException when no record of it can be read
     * @throws IOException when the file cannot be read
     */
    ArchiveReport take(Path file) throws IOException, RefusedFileException {
        ArchiveReport report = new ArchiveReport();
        List<Attempt> batch = new ArrayList<>();
        long bytes = 0;
        try (Archive archive = new Archive(file, settings::takes, shelf, clock.instant())) {
            for (ArchiveEntry entry = archive.next(); entry != null; entry = archive.next()) {
                report.count(entry);
                if (!(entry instanceof ArchiveEntry.Page page)) {
                    continue;
                }
                int size = page.capture().body().length;
                if (!batch.isEmpty() && (batch.size() == MOST_CAPTURES || bytes + size > MOST_BYTES)) {
                    ledger.record(batch);
                    batch.clear();
                    bytes = 0;
                }
                batch.add(attempt(page));
                bytes += size;
            }
        }
        if (!batch.isEmpty()) {
            ledger.record(batch);
        }
        if (!report.isArchive()) {
            throw new RefusedFileException("no record that can be read: " + report.text(), "a WARC file (ISO 28500)");
        }
        return report;
    }

    private Attempt attempt(ArchiveEntry.Page page) {
        Instant now = clock.instant();
        Capture capture = page.capture();
        return new Attempt(
                Target.of(page.url(), 0),
                settings.name(),
                "inbox",
                Outcome.FETCHED,
                null,
                now,
                null,
                capture,
                List.of());
    }
}
