package org.jdfwire.parser.person;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Tables;

/**
 * Tells the given name Gen from the rank: Japan's ministers are civilians (article 66 of its constitution), so of a
 * minister with one Japanese family name {@code Gen} is the given name. With a dot it is always the rank.
 */
final class GivenGen {
    static final String COUNTRY = "JP";

    private static final String NAME = "Gen";
    private static final Pattern FAMILY =
            Pattern.compile(" (\\p{Lu}[\\p{L}]++)(?! \\p{Lu}| de\\b| of\\b|[-’'](?!s\\b))");
    private static final Pattern MINISTER_AFTER = Pattern.compile(
            ", (?:then |the )?(?:Japan(?:ese|[’']s) )?(?:Defen[sc]e Minister|Minister of Defen[sc]e)\\b(?! of (?!Japan\\b))");

    private final Set<String> families = Tables.words(GivenGen.class, "japanese-families.txt");

    /** Whether a title right behind a minister's is a given name. */
    boolean isGivenName(String text, Match<Title> title) {
        return familyEnd(text, title) > 0;
    }

    /** Whether a title is the given name of who is said to be a minister right behind it. */
    boolean isMinisters(String text, Match<Title> title) {
        int end = familyEnd(text, title);
        return end > 0
                && MINISTER_AFTER.matcher(text).region(end, text.length()).lookingAt();
    }

    /** Returns where the only name behind the word ends, 0 where it is the rank. */
    private int familyEnd(String text, Match<Title> title) {
        if (title.end() - title.start() != NAME.length() || !text.startsWith(NAME, title.start())) {
            return 0;
        }
        Matcher family = FAMILY.matcher(text).region(title.end(), text.length());
        return family.lookingAt() && families.contains(family.group(1)) ? family.end() : 0;
    }
}
