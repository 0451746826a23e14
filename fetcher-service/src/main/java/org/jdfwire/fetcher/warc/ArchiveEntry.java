package org.jdfwire.fetcher.warc;

import java.util.List;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.Capture;

/** What one record of an archive is to us. */
public sealed interface ArchiveEntry {
    /**
     * A page or feed as it was.
     *
     * @param url where it was asked for
     * @param capture its bytes, with their time
     */
    record Page(HttpUrl url, Capture capture) implements ArchiveEntry {}

    /**
     * A record that holds no page for us.
     *
     * @param reason why, in few words that many records share
     */
    record PassedOver(String reason) implements ArchiveEntry {}

    /**
     * A revisit whose response no archive at hand holds.
     *
     * @param keys what the revisit calls it
     */
    record Awaiting(List<String> keys) implements ArchiveEntry {
        public Awaiting {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A record that cannot be read, or whose bytes are not those that it states.
     *
     * @param offset where it begins, in bytes of the file
     * @param reason what is wrong with it
     */
    record Broken(long offset, String reason) implements ArchiveEntry {}
}
