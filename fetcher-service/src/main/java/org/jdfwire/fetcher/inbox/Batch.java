package org.jdfwire.fetcher.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Capture;

/** Files that go into one transaction, in order: some dozens, some megabytes, and no page twice. */
final class Batch {
    private static final int MOST_FILES = 50;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Map<DroppedFile, Attempt> attempts = new LinkedHashMap<>();
    private long bytes;

    /** Whether another attempt may be added; an empty batch takes any. */
    boolean hasRoomFor(Attempt next) {
        if (attempts.isEmpty()) {
            return true;
        }
        String url = next.target().url();
        return attempts.size() < MOST_FILES
                && bytes + size(next) <= MOST_BYTES
                && attempts.values().stream().noneMatch(a -> a.target().url().equals(url));
    }

    void add(DroppedFile file, Attempt attempt) {
        attempts.put(file, attempt);
        bytes += size(attempt);
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts.values());
    }

    Set<DroppedFile> files() {
        return attempts.keySet();
    }

    private static int size(Attempt attempt) {
        Capture capture = attempt.capture();
        return capture == null ? 0 : capture.body().length;
    }
}
