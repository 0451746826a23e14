package org.jdfwire.fetcher.inbox;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page file or an archive as it looked at one moment; two looks that are equal mean that nobody was writing in between.
 *
 * @param page the file
 * @param bytes its size
 * @param modified when it was last written to
 * @param shortcut the {@code .url} file beside it, or null
 * @param shortcutModified when that was last written to, or null
 */
record DroppedFile(
        Path page,
        long bytes,
        FileTime modified,
        @Nullable Path shortcut,
        @Nullable FileTime shortcutModified) {
    String name() {
        return page.getFileName().toString();
    }

    /** Whether by its name it is an archive of many pages. */
    boolean isArchive() {
        return isArchive(name());
    }

    static boolean isArchive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".warc") || lower.endsWith(".warc.gz");
    }
}
