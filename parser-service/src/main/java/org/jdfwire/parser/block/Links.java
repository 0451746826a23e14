package org.jdfwire.parser.block;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells where links lead, by their addresses alone. */
final class Links {
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");

    private static final String SCRIPT = "javascript:";

    private Links() {}

    /** Whether a link does nothing but run a script, such as one that shows a picture larger. */
    static boolean runsAScript(Element anchor) {
        return anchor.attr("href").strip().regionMatches(true, 0, SCRIPT, 0, SCRIPT.length());
    }

    /** Whether a link leads to another page or document, not to a place on this page, a picture or a mail program. */
    static boolean leadsToAPage(Element anchor) {
        String href = anchor.attr("href").strip();
        if (href.startsWith("#") || Pictures.isPicture(href)) {
            return false;
        }
        return !SCHEME.matcher(href).lookingAt()
                || href.toLowerCase(Locale.ROOT).startsWith("http");
    }
}
