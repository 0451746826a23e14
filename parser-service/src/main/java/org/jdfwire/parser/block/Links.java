package org.jdfwire.parser.block;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells where links lead, by their addresses alone. */
final class Links {
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");

    private static final Set<String> NOWHERE =
            Set.of("javascript:", "javascript:;", "javascript:void(0)", "javascript:void(0);", "javascript:void 0");

    private Links() {}

    /** Whether a link itself does nothing: a script shows its picture larger, while one that prints says so itself. */
    static boolean leadsNowhere(Element anchor) {
        return NOWHERE.contains(anchor.attr("href").strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a link around a photo does no more than show it: larger, or by a script that the top of the page stands for. */
    static boolean showsItsPhoto(Element anchor, String photo) {
        String href = anchor.attr("href").strip();
        return Pictures.isPicture(href) || leadsNowhere(anchor) || (href.equals("#") && Pictures.isPhoto(photo));
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
