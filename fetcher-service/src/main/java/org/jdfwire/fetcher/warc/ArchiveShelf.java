package org.jdfwire.fetcher.warc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archives that are at hand, among which a revisit's response may lie. An archive is looked through when a response
 * is first missed, and once only; when very many responses are known, no further archive is.
 */
public final class ArchiveShelf {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveShelf.class);
    private static final int MOST_KEPT = 500_000;

    private final Supplier<List<Path>> archives;
    private final Predicate<CanonicalUrl> takes;
    private final Map<Known, ArchiveIndex> indexes = new HashMap<>();
    private int kept;

    /**
     * @param archives which archives there are at the moment
     * @param takes which pages are wanted
     */
    public ArchiveShelf(Supplier<List<Path>> archives, Predicate<CanonicalUrl> takes) {
        this.archives = archives;
        this.takes = takes;
    }

    /** Where a response begins. */
    record Place(Path file, long offset) {}

    /** What an archive is known by, wherever it is moved. */
    private record Known(Path name, long size, FileTime modified) {}

    /** Returns where the response of a revisit with these keys lies, or null. */
    @Nullable
    Place find(List<String> keys) throws IOException {
        for (Path archive : archives.get()) {
            Long offset = index(archive).find(keys);
            if (offset != null) {
                return new Place(archive, offset);
            }
        }
        return null;
    }

    /** Whether an archive holds the response that a revisit calls so. */
    public boolean holds(Path archive, String key) throws IOException {
        return index(archive).find(List.of(key)) != null;
    }

    private ArchiveIndex index(Path archive) throws IOException {
        try {
            Known known = new Known(archive.getFileName(), Files.size(archive), Files.getLastModifiedTime(archive));
            ArchiveIndex index = indexes.get(known);
            if (index == null) {
                index = kept < MOST_KEPT ? ArchiveIndex.of(archive, this::isWanted) : new ArchiveIndex();
                indexes.put(known, index);
                kept += index.size();
            }
            return index;
        } catch (NoSuchFileException e) {
            // taken away between the listing and the look
            LOG.debug("{} was taken away", archive);
            return new ArchiveIndex();
        }
    }

    private boolean isWanted(String target) {
        HttpUrl url = RecordReader.url(target);
        return url != null && takes.test(CanonicalUrl.of(url));
    }
}
