package org.jdfwire.fetcher.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a redirect leads. */
final class Redirects {
    private Redirects() {}

    /** Returns the URL that a 301, 302, 303, 307 or 308 leads to; null for any other answer, or where it leads nowhere. */
    static @Nullable HttpUrl target(HttpUrl asked, Answer answer) {
        String location = answer.location();
        boolean redirect = switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
        if (!redirect || location == null) {
            return null;
        }
        try {
            return HttpUrl.parse(
                    new URI(asked.toString()).resolve(text(location)).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Headers come as ISO 8859-1; what is not ASCII in an address is meant as UTF-8, as browsers take it. */
    private static String text(String header) {
        return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
