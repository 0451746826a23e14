package org.jdfwire.fetcher.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Source;
import org.jdfwire.fetcher.source.Target;
import org.jdfwire.fetcher.warc.ArchiveReport;
import org.jdfwire.fetcher.warc.ArchiveShelf;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes page files and archives of pages out of a folder, in order of their names.
 *
 * <p>Files are published first and moved after. Killed in between, it finds them again with bytes that are known, and
 * publishes nothing. For that, a URL is in a batch at most once, and a batch is moved before the next is begun.
 */
public final class InboxSource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(InboxSource.class);

    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

    private final InboxSettings settings;
    private final InboxFolder folder;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Counter refused;
    private final ArchiveImport archives;
    private final AwaitedResponses awaited;
    private final AtomicBoolean wished = new AtomicBoolean();
    private final Sightings sightings = new Sightings();

    public InboxSource(InboxSettings settings, Ledger ledger, InstantSource clock, MeterRegistry registry) {
        this.settings = settings;
        this.folder = new InboxFolder(settings.folder());
        this.ledger = ledger;
        this.clock = clock;
        ArchiveShelf shelf = new ArchiveShelf(folder::archives, settings::takes);
        this.archives = new ArchiveImport(settings, ledger, shelf, clock);
        this.awaited = new AwaitedResponses(folder.taken(), archives, shelf);
        this.refused = Counter.builder("jdfwire.inbox.refused")
                .description("Dropped files that were moved to failed/")
                .register(registry);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public void prepare() throws IOException {
        folder.prepare();
    }

    @Override
    public void pollNow(PollRequested wish) {
        wished.set(true);
    }

    @Override
    public Duration step() throws IOException {
        boolean hurry = wished.getAndSet(false);
        Batch batch = new Batch();
        for (DroppedFile file : sightings.settled(folder.look(), clock.instant())) {
            if (file.isArchive()) {
                take(batch);
                batch = new Batch();
                takeArchive(file);
                continue;
            }
            Attempt attempt = attempt(file);
            if (attempt == null) {
                continue;
            }
            if (!batch.hasRoomFor(attempt)) {
                take(batch);
                batch = new Batch();
            }
            batch.add(file, attempt);
        }
        take(batch);
        // a file is taken at the second look
        return hurry && settings.lookEvery().compareTo(SECOND_LOOK) > 0 ? SECOND_LOOK : settings.lookEvery();
    }

    /** Returns the attempt that a file makes; null where it was refused, is gone, or waits for its {@code .url} file. */
    private @Nullable Attempt attempt(DroppedFile file) {
        try {
            byte[] bytes = PageBytes.read(file.page());
            HttpUrl url = StatedUrl.find(file, bytes);
            if (url != null) {
                return attempt(url, bytes);
            }
            if (!mayStillGetUrl(file)) {
                refuse(
                        file,
                        "no URL (expected: " + file.name()
                                + ".url beside it, a comment \"saved from url\", or a canonical link)");
            }
        } catch (RefusedFileException e) {
            refuse(file, e.reason());
        } catch (NoSuchFileException e) {
            LOG.debug("{} was taken away again", file.page());
        } catch (IOException e) {
            // one file that cannot be read must not hold up the others
            refuse(file, "cannot be read: " + e);
        }
        return null;
    }

    private void refuse(DroppedFile file, String reason) {
        refused.increment();
        LOG.info("refused {}: {}", file.name(), reason);
        try {
            folder.refuse(file, reason);
        } catch (IOException e) {
            leaveAlone(file, e);
        }
    }

    // The time of a saved file is that of the saving, the copying or the unpacking; only now is certain.
    private Attempt attempt(HttpUrl url, byte[] bytes) {
        Capture capture = new Capture(bytes, Via.FILE, url.toString(), null, "text/html", null, null);
        return new Attempt(
                Target.of(url, 0),
                settings.name(),
                "inbox",
                Outcome.FETCHED,
                null,
                clock.instant(),
                null,
                capture,
                List.of());
    }

    private boolean mayStillGetUrl(DroppedFile file) {
        return clock.instant().isBefore(sightings.since(file).plus(settings.urlWait()));
    }

    private void take(Batch batch) {
        if (batch.files().isEmpty()) {
            return;
        }
        ledger.record(batch.attempts());
        for (DroppedFile file : batch.files()) {
            try {
                folder.done(file);
            } catch (IOException e) {
                leaveAlone(file, e);
            }
        }
    }

    private void takeArchive(DroppedFile file) {
        ArchiveReport report;
        try {
            report = archives.take(file.page());
        } catch (RefusedFileException e) {
            refuse(file, e.reason());
            return;
        } catch (NoSuchFileException e) {
            LOG.debug("{} was taken away again", file.page());
            return;
        } catch (IOException e) {
            refuse(file, "cannot be read: " + e);
            return;
        }
        LOG.info("took {}: {}", file.name(), report.summary());
        try {
            awaited.note(file.name(), report);
            awaited.arrived(file.page());
            folder.done(file, report.text());
        } catch (IOException e) {
            leaveAlone(file, e);
        }
    }

    private void leaveAlone(DroppedFile file, IOException why) {
        LOG.warn("{} cannot be moved out of the inbox; left alone until it changes", file.page(), why);
        sightings.leaveAlone(file);
    }
}
