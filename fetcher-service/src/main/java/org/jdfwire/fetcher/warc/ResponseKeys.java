package org.jdfwire.fetcher.warc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/** What a revisit calls the response it stands for (ISO 28500, section 6.7): by its payload, or by its page and time. */
final class ResponseKeys {
    private ResponseKeys() {}

    /** Returns all that a revisit may call a response. */
    static List<String> of(WarcResponse response) {
        List<String> keys = new ArrayList<>();
        response.payloadDigest().ifPresent(digest -> keys.add(key(digest)));
        keys.add(response.target() + " " + response.date());
        return keys;
    }

    /** Returns what a revisit calls its response: the payload counts before page and time, and alone where it is named. */
    static List<String> of(WarcRevisit revisit) {
        if (revisit.payloadDigest().isPresent()) {
            return List.of(key(revisit.payloadDigest().get()));
        }
        return revisit.refersToDate().isEmpty()
                ? List.of()
                : List.of(revisit.refersToTargetURI().map(Object::toString).orElse(revisit.target())
                        + " "
                        + revisit.refersToDate().get());
    }

    private static String key(WarcDigest digest) {
        return digest.algorithm().toLowerCase(Locale.ROOT) + ":" + digest.hex().toLowerCase(Locale.ROOT);
    }
}
