package org.jdfwire.fetcher.address;

import java.util.ArrayList;
import java.util.List;

/** Removes {@code .} and {@code ..} from an absolute path (RFC 3986, section 5.2.4). */
final class DotSegments {
    private DotSegments() {}

    /** Returns the path without them; it always begins with a slash, and ends with one where a folder is meant. */
    static String remove(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = path.startsWith("/") ? 1 : 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case ".", ".." -> {
                    if (segments[i].equals("..") && !kept.isEmpty()) {
                        kept.remove(kept.size() - 1);
                    }
                    if (last) {
                        kept.add("");
                    }
                }
                default -> kept.add(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }
}
