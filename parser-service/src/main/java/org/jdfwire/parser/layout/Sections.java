package org.jdfwire.parser.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** The sections of an issue. */
public final class Sections {
    private static final int MOST_NAME = 40;
    private static final Set<String> COLLECTIONS = Set.of("topics", "news", "activities", "meeting", "info", "data");
    private static final Set<String> ARTICLES =
            Set.of("specialfeature", "column", "equipment", "leaders", "policy", "current", "webonly", "feature");

    /** Known by addresses alone: as words they say too little. */
    private static final Set<String> UNNAMED_ARTICLES = Set.of("support");

    private static final Set<String> STORIES = Set.of("specialfeature", "feature", "column", "webonly");
    private static final Set<String> SEVERAL = Set.of("leaders", "current");
    private static final Set<String> TABLES = Set.of("data", "info");
    private static final Set<String> SPELLINGS = spellings();
    private static final int MOST_DIGITS = 2;
    private static final int MOST_LETTERS = Names.longest(SPELLINGS) + MOST_DIGITS + "s".length();

    private Sections() {}

    /** Returns the section that the words name, as in addresses ({@code SPECIAL FEATURE 2} is specialfeature2), or null. */
    public static @Nullable String named(String words) {
        if (words.length() > MOST_NAME || Words.letters(words) > MOST_LETTERS) {
            return null;
        }
        String key = Words.key(words);
        return isKnown(key) || isKnown(singular(key)) ? key : null;
    }

    /** Returns the name of a section as the page writes it in a line or in its title, or else as its address does. */
    public static String asWritten(String section, List<Line> lines, String title) {
        for (Line line : lines) {
            if (section.equals(line.section())) {
                return line.words();
            }
        }
        for (String part : title.split("\\|")) {
            if (section.equals(named(part))) {
                return Words.fold(part);
            }
        }
        return section.substring(0, 1).toUpperCase(Locale.ROOT) + section.substring(1);
    }

    /** Returns whether a section is a list of news, each with a heading, rather than one article with parts. */
    static boolean isCollection(@Nullable String section) {
        if (section == null) {
            return true;
        }
        return !isArticle(unnumbered(Words.key(section)));
    }

    /** Returns whether a section tells one story, whose headline may have nothing but its parts under it. */
    static boolean isOneStory(@Nullable String section) {
        return section != null && STORIES.contains(unnumbered(Words.key(section)));
    }

    /** Returns whether a section often tells several news, be it a list of news by its name or not. */
    static boolean maybeSeveral(@Nullable String section) {
        return section == null || isCollection(section) || SEVERAL.contains(unnumbered(Words.key(section)));
    }

    /** Returns whether news of a section may be nothing but tables. */
    static boolean isOfData(@Nullable String section) {
        return section != null && TABLES.contains(unnumbered(Words.key(section)));
    }

    private static boolean isArticle(String name) {
        return ARTICLES.contains(name) || ARTICLES.contains(singular(name)) || UNNAMED_ARTICLES.contains(name);
    }

    private static boolean isKnown(String key) {
        return SPELLINGS.contains(unnumbered(key));
    }

    /** Returns the names of all sections, each in the singular and in the plural. */
    private static Set<String> spellings() {
        Set<String> spellings = new HashSet<>(COLLECTIONS);
        COLLECTIONS.forEach(name -> spellings.add(singular(name)));
        spellings.addAll(ARTICLES);
        ARTICLES.forEach(name -> spellings.add(name + "s"));
        return Set.copyOf(spellings);
    }

    /** Returns the name without its number of up to two digits: {@code specialfeature02} is a specialfeature. */
    private static String unnumbered(String key) {
        int end = key.length();
        while (end > 0 && key.length() - end < MOST_DIGITS && Character.isDigit(key.charAt(end - 1))) {
            end--;
        }
        return key.substring(0, end);
    }

    private static String singular(String key) {
        return key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
    }
}
