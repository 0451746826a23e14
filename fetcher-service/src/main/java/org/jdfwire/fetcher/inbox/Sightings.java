package org.jdfwire.fetcher.inbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Remembers how each file looked, and so knows which have stopped growing. */
final class Sightings {
    private Map<Path, Sighting> last = new HashMap<>();

    /** Returns the files that are the same as at the last look, in the same order; remembers all for the next. */
    List<DroppedFile> settled(List<DroppedFile> now, Instant at) {
        Map<Path, Sighting> seen = new HashMap<>();
        for (DroppedFile file : now) {
            Sighting before = last.get(file.page());
            boolean same = before != null && before.file().equals(file);
            seen.put(file.page(), same ? before : new Sighting(file, at, false));
        }
        List<DroppedFile> settled = now.stream()
                .filter(file -> Objects.equals(seen.get(file.page()), last.get(file.page())))
                .filter(file -> !isStuck(file))
                .toList();
        last = seen;
        return settled;
    }

    /** Returns when the file was first seen as it is now. */
    Instant since(DroppedFile file) {
        Sighting sighting = last.get(file.page());
        if (sighting == null) {
            throw new IllegalArgumentException(file.page() + " was never seen");
        }
        return sighting.at();
    }

    /** Has the file left alone until it changes: it was dealt with and cannot be moved away. */
    void leaveAlone(DroppedFile file) {
        last.computeIfPresent(file.page(), (path, sighting) -> new Sighting(file, sighting.at(), true));
    }

    private boolean isStuck(DroppedFile file) {
        Sighting sighting = last.get(file.page());
        return sighting != null && sighting.stuck();
    }

    private record Sighting(DroppedFile file, Instant at, boolean stuck) {}
}
