package org.jdfwire.fetcher.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.fetcher.warc.ArchiveReport;
import org.jdfwire.fetcher.warc.ArchiveShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archives whose revisits stand for responses that have not come yet. Such an archive has a file
 * {@code <name>.awaits.txt} beside it, a line for each response; when an archive comes that holds one of them, the waiting
 * one is read again.
 */
final class AwaitedResponses {
    private static final Logger LOG = LoggerFactory.getLogger(AwaitedResponses.class);
    private static final String ENDING = ".awaits.txt";

    private final Path taken;
    private final ArchiveImport archives;
    private final ArchiveShelf shelf;

    /** @param taken the folder in which archives lie that were taken */
    AwaitedResponses(Path taken, ArchiveImport archives, ArchiveShelf shelf) {
        this.taken = taken;
        this.archives = archives;
        this.shelf = shelf;
    }

    /** Takes note of what an archive waits for; of nothing, where nothing is missing. */
    void note(String archive, ArchiveReport report) throws IOException {
        Path awaits = taken.resolve(archive + ENDING);
        if (report.awaited().isEmpty()) {
            Files.deleteIfExists(awaits);
        } else {
            Files.write(awaits, report.awaited());
        }
    }

    /** Reads the archives again that have waited for one that has come. */
    void arrived(Path archive) throws IOException {
        for (Path awaits : waiting()) {
            String name = awaits.getFileName().toString();
            Path waiting = taken.resolve(name.substring(0, name.length() - ENDING.length()));
            if (Files.exists(waiting) && holdsOneOf(archive, Files.readAllLines(awaits))) {
                readAgain(waiting, archive);
            }
        }
    }

    private void readAgain(Path waiting, Path archive) {
        String name = waiting.getFileName().toString();
        try {
            ArchiveReport report = archives.take(waiting);
            LOG.info("read {} again, with {}: {}", name, archive.getFileName(), report.summary());
            note(name, report);
        } catch (IOException | RefusedFileException e) {
            // it was readable once; the one that has come must not be held up by it
            LOG.warn("{} waits for {} and can no longer be read", name, archive.getFileName(), e);
        }
    }

    private boolean holdsOneOf(Path archive, List<String> keys) throws IOException {
        for (String key : keys) {
            if (shelf.holds(archive, key)) {
                return true;
            }
        }
        return false;
    }

    private List<Path> waiting() throws IOException {
        try (Stream<Path> files = Files.list(taken)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }
}
