package org.jdfwire.parser.layout;

import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** The sections of an issue. */
public final class Sections {
    private static final Pattern NUMBERED = Pattern.compile("(\\D+)\\d{0,2}");
    private static final Set<String> COLLECTIONS = Set.of("topics", "news", "activities", "meeting", "info", "data");
    private static final Set<String> ARTICLES =
            Set.of("specialfeature", "column", "equipment", "leaders", "policy", "current", "webonly", "feature");

    private Sections() {}

    /** Returns the section that the words name, as in addresses ({@code SPECIAL FEATURE 2} is specialfeature2), or null. */
    public static @Nullable String named(String words) {
        String key = Words.key(words);
        return isKnown(key) || isKnown(singular(key)) ? key : null;
    }

    /** Returns whether a section is a list of news, each with a heading, rather than one article with parts. */
    static boolean isCollection(@Nullable String section) {
        if (section == null) {
            return true;
        }
        var numbered = NUMBERED.matcher(Words.key(section));
        return !numbered.matches() || !isArticle(numbered.group(1));
    }

    private static boolean isArticle(String name) {
        return ARTICLES.contains(name) || ARTICLES.contains(singular(name));
    }

    private static boolean isKnown(String key) {
        var numbered = NUMBERED.matcher(key);
        if (!numbered.matches()) {
            return false;
        }
        String name = numbered.group(1);
        return COLLECTIONS.contains(name) || COLLECTIONS.contains(name + "s") || isArticle(name);
    }

    private static String singular(String key) {
        return key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
    }
}
