package org.jdfwire.fetcher.inbox;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A page file as it looked at one moment; two looks that are equal mean that nobody was writing in between.
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
}
