package org.jdfwire.fetcher.inbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdfwire.contracts.Checks;
import org.jdfwire.fetcher.address.CanonicalUrl;

/**
 * Where one source of kind inbox looks.
 *
 * @param name name of the source
 * @param folder the watched folder; made where it is absent
 * @param lookEvery time between two looks; a file is taken when it is the same at both
 * @param urlWait how long a file without a URL waits for a {@code .url} file to arrive beside it
 * @param archived canonical URLs that a capture in an archive must begin with; empty for any
 */
public record InboxSettings(
        String name, Path folder, Duration lookEvery, Duration urlWait, List<CanonicalUrl> archived) {
    public InboxSettings {
        String key = "fetcher.sources." + name;
        archived = List.copyOf(archived);
        Checks.text(key + ".folder", folder.toString());
        if (lookEvery.isNegative() || lookEvery.isZero()) {
            Checks.refuse(key + ".look-every", lookEvery, "more than 0");
        }
        if (urlWait.isNegative()) {
            Checks.refuse(key + ".url-wait", urlWait, "0 or more");
        }
    }

    /** Whether a capture in an archive is taken. */
    boolean takes(CanonicalUrl page) {
        return archived.isEmpty() || archived.stream().anyMatch(page::startsWith);
    }
}
