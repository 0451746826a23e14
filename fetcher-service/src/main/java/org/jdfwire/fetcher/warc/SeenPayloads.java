package org.jdfwire.fetcher.warc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcDigest;

/** Where in an archive the payloads stand that a later revisit may name; of very many, the latest. */
final class SeenPayloads {
    private static final int MOST = 100_000;

    private final Map<WarcDigest, Long> offsets = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<WarcDigest, Long> eldest) {
            return size() > MOST;
        }
    };

    void add(Optional<WarcDigest> digest, long offset) {
        digest.ifPresent(known -> offsets.putIfAbsent(known, offset));
    }

    @Nullable
    Long offset(WarcDigest digest) {
        return offsets.get(digest);
    }
}
