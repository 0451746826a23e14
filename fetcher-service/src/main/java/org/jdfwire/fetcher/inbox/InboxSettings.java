package org.jdfwire.fetcher.inbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jdfwire.contracts.Checks;

/**
 * Where one source of kind inbox looks.
 *
 * @param name name of the source
 * @param folder the watched folder; made where it is absent
 * @param lookEvery time between two looks; a file is taken when it is the same at both
 * @param urlWait how long a file without a URL waits for a {@code .url} file to arrive beside it
 */
public record InboxSettings(String name, Path folder, Duration lookEvery, Duration urlWait) {
    public InboxSettings {
        String key = "fetcher.sources." + name;
        Checks.text(key + ".folder", folder.toString());
        if (lookEvery.isNegative() || lookEvery.isZero()) {
            Checks.refuse(key + ".look-every", lookEvery, "more than 0");
        }
        if (urlWait.isNegative()) {
            Checks.refuse(key + ".url-wait", urlWait, "0 or more");
        }
    }
}
