package org.jdfwire.parser;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Puts the address of a picture that a script loads only when it comes into sight where that of any other stands: until
 * then the page shows nothing there, a few dots written into the page itself, or a drawing in the place of a photo.
 */
final class LatePictures {
    private static final List<String> LATE = List.of("data-src", "data-original", "data-lazy-src", "data-lazy");
    private static final List<String> SETS = List.of("data-srcset", "srcset");
    private static final String INLINE = "data:";

    private LatePictures() {}

    static void settle(Document document) {
        for (Element image : document.getElementsByTag("img")) {
            String late = late(image);
            if (!late.isEmpty()) {
                image.attr("src", late);
            }
        }
    }

    private static String late(Element image) {
        String shown = image.attr("src");
        boolean nothing = isNothing(shown);
        for (String attribute : LATE) {
            String late = image.attr(attribute);
            if (!isNothing(late) && (nothing || (isPhoto(late) && !isPhoto(shown)))) {
                return late;
            }
        }
        for (String attribute : SETS) {
            String first = nothing ? firstOf(image.attr(attribute)) : "";
            if (!isNothing(first)) {
                return first;
            }
        }
        return "";
    }

    private static boolean isNothing(String address) {
        return address.isBlank() || address.stripLeading().regionMatches(true, 0, INLINE, 0, INLINE.length());
    }

    private static boolean isPhoto(String address) {
        int query = address.indexOf('?');
        String small = (query < 0 ? address : address.substring(0, query)).toLowerCase(Locale.ROOT);
        return small.endsWith(".jpg") || small.endsWith(".jpeg");
    }

    /** Returns the first address of a list of them, each with its width (HTML standard, 4.8.2, srcset). */
    private static String firstOf(String set) {
        String list = set.strip();
        int end = 0;
        while (end < list.length() && !Character.isWhitespace(list.charAt(end))) {
            end++;
        }
        String first = list.substring(0, end);
        return first.endsWith(",") ? first.substring(0, end - 1) : first;
    }
}
