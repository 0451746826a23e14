package org.jdfwire.fetcher.warc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Where in one archive the responses stand that a revisit may stand for; of very many, the first. */
final class ArchiveIndex {
    private static final int MOST = 200_000;

    private final Map<String, Long> offsets = new HashMap<>();

    /**
     * Reads the headers of an archive's records; one that cannot be read is left out.
     *
     * @param wanted whether a response is of interest, by its target
     */
    static ArchiveIndex of(Path file, Predicate<String> wanted) throws IOException {
        ArchiveIndex index = new ArchiveIndex();
        try (WarcRecords records = new WarcRecords(file)) {
            while (true) {
                try {
                    WarcRecord record = records.next();
                    if (record == null) {
                        return index;
                    }
                    if (record instanceof WarcResponse response && wanted.test(response.target())) {
                        index.add(response, records.position());
                    }
                } catch (IOException | RuntimeException e) {
                    // the archive's own import names what is broken in it
                    records.skipBroken();
                }
            }
        }
    }

    void add(WarcResponse response, long offset) {
        if (offsets.size() < MOST) {
            ResponseKeys.of(response).forEach(key -> offsets.putIfAbsent(key, offset));
        }
    }

    /** Returns where a response of one of these keys begins, or null. */
    @Nullable
    Long find(List<String> keys) {
        return keys.stream()
                .map(offsets::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    int size() {
        return offsets.size();
    }
}
