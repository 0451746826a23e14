package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells flags from other pictures, by what their texts and file names say. */
final class Pictures {
    private static final Pattern FLAG_BEFORE = Pattern.compile(
            "(?:national\\s+)?flag\\s*([:：;._\\-–]|of(?:\\s+the)?\\b|\\s)\\s*(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FLAG_AFTER =
            Pattern.compile("(\\S.*?)(?:['’]s)?\\s*(?:national\\s+)?flag", Pattern.CASE_INSENSITIVE);
    private static final Pattern FLAG_FILE =
            Pattern.compile("(?:^|/)(?:flags?[_\\-/])([a-z][a-z_\\-]*?)[_\\-]?\\d*\\.(?:png|gif|jpe?g|svg|webp)$");
    private static final Pattern PICTURE_FILE =
            Pattern.compile("\\.(?:png|gif|jpe?g|svg|webp|bmp)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern FLAG_WORDS =
            Pattern.compile("\\s*+\\bflag\\s*+[:：]|(?<=[\\p{L}.])flag\\s*+[:：]", Pattern.CASE_INSENSITIVE);
    /** A line of flags is shorter. */
    private static final int MOST_WORDS = 400;
    /** Addresses longer than any server takes name no file. */
    private static final int MOST_PATH = 2_000;

    private final Predicate<String> isCountry;

    /**
     * Makes a judge of pictures.
     *
     * @param isCountry whether a text is the name of a country and nothing else
     */
    Pictures(Predicate<String> isCountry) {
        this.isCountry = isCountry;
    }

    /** Returns the country that a flag stands for, as the page calls it, or null where the image is no flag. */
    @Nullable
    String flag(Element image) {
        if (!image.nameIs("img")) {
            return drawn(image);
        }
        for (String attribute : new String[] {"alt", "title"}) {
            String text = Words.alt(image.attr(attribute));
            String name = flagNamed(text);
            if (name != null) {
                return name;
            }
        }
        String path = path(image);
        if (!image.attr("alt").isBlank() || path.length() > MOST_PATH) {
            return null;
        }
        Matcher file = FLAG_FILE.matcher(path.toLowerCase(Locale.ROOT));
        return file.find() ? file.group(1).replace('_', ' ').replace('-', ' ') : null;
    }

    /** Returns the country of a flag that is drawn, or shown as a background, by its label or its title. */
    private @Nullable String drawn(Element picture) {
        String label = Words.alt(picture.attr("aria-label"));
        if (label.isEmpty()) {
            Element title = picture.firstElementChild();
            label = title != null && title.nameIs("title") ? Words.alt(title.text()) : Words.alt(picture.attr("title"));
        }
        return label.toLowerCase(Locale.ROOT).contains("flag") ? flagNamed(label) : null;
    }

    /** Returns the countries of words that are flags and nothing else: {@code Flag:indiaFlag:japan}; else none. */
    List<String> flags(String text) {
        if (text.length() > MOST_WORDS
                || !beginsWithFlag(text)
                || !FLAG_WORDS.matcher(text).lookingAt()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String part : FLAG_WORDS.split(text)) {
            String name = Words.fold(part);
            if (isCountry.test(name)) {
                names.add(name);
            } else if (!name.isEmpty()) {
                return List.of();
            }
        }
        return names;
    }

    /** Whether the first word may be {@code flag}: sooner seen than the pattern is tried, at every text of a page. */
    private static boolean beginsWithFlag(String text) {
        int at = 0;
        while (at < text.length() && Words.isSpace(text.charAt(at))) {
            at++;
        }
        return text.regionMatches(true, at, "flag", 0, 4);
    }

    /** Whether words are a flag's label or the name of a country and nothing else. */
    boolean namesCountry(String text) {
        return flagNamed(Words.fold(text)) != null || !flags(text).isEmpty();
    }

    private @Nullable String flagNamed(String text) {
        if (!text.toLowerCase(Locale.ROOT).contains("flag")) {
            return isCountry.test(text) ? text : null;
        }
        Matcher before = FLAG_BEFORE.matcher(text);
        // after a colon any name will do; elsewhere it may be a flag-raising ceremony
        if (before.matches() && (":：".contains(before.group(1)) || isCountry.test(before.group(2)))) {
            return before.group(2);
        }
        Matcher after = FLAG_AFTER.matcher(text);
        return after.matches() && isCountry.test(after.group(1)) ? after.group(1) : null;
    }

    /** Returns the alternative text of an image, null where there is none. */
    static @Nullable String alt(Element image) {
        String alt = Words.alt(image.attr("alt"));
        if (!Words.hasLetters(alt)) {
            alt = Words.alt(image.attr("title"));
        }
        return Words.hasLetters(alt) ? alt : null;
    }

    /** Returns whether a link leads to a picture. */
    static boolean isPicture(String href) {
        int end = href.indexOf('?');
        return PICTURE_FILE.matcher(end < 0 ? href : href.substring(0, end)).find();
    }

    /** Returns whether an address is that of a photo by its ending. */
    static boolean isPhoto(String address) {
        String small = address.toLowerCase(Locale.ROOT);
        return small.endsWith(".jpg") || small.endsWith(".jpeg");
    }

    private static String path(Element image) {
        String source = image.attr("src");
        int query = source.indexOf('?');
        return query < 0 ? source : source.substring(0, query);
    }
}
