package org.jdfwire.parser.topic;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.IssueRef;
import org.jspecify.annotations.Nullable;

/**
 * Gives the topics of one page their ids, such as {@code jdf-133-topics-recent-defense-ministerial-teleconferences-de}.
 *
 * <p>An id is made of what a reader would call the topic by: publication, issue, section, heading, partner countries by
 * flag (Japan left out); so it stays when topics are put in another order. A number is added only where all that is the
 * same twice.
 */
public final class TopicIds {
    private static final int MOST_SLUG = 80;
    private static final String APOSTROPHES = "'’‘";

    private final String prefix;
    private final Map<String, Integer> uses = new HashMap<>();

    /** Makes the ids of one page. */
    public TopicIds(String publication, @Nullable IssueRef issue, @Nullable String section) {
        StringJoiner joined = new StringJoiner("-", "", "-");
        joined.add(publication);
        if (issue != null) {
            joined.add(Integer.toString(issue.number()));
        }
        String name = section == null ? "" : slug(section);
        if (!name.isEmpty()) {
            joined.add(name);
        }
        this.prefix = joined.toString();
    }

    /** Returns the id of the next topic of the page. */
    public String next(String title, List<Country> countries) {
        StringJoiner id = new StringJoiner("-", prefix, "");
        String slug = slug(title);
        // a heading without a Latin letter still needs a name that stays
        id.add(slug.isEmpty() ? Json.hash(title).substring(7, 15) : slug);
        for (Country country : countries) {
            if (country.evidence() == Country.Evidence.FLAG && !country.code().equals("JP")) {
                id.add(country.code().toLowerCase(Locale.ROOT));
            }
        }
        String plain = id.toString();
        int use = uses.merge(plain, 1, Integer::sum);
        return use == 1 ? plain : distinct(plain, use);
    }

    private String distinct(String id, int use) {
        String numbered = id + "-" + use;
        // a heading may itself end in that number
        return uses.putIfAbsent(numbered, 1) == null ? numbered : distinct(id, use + 1);
    }

    /** Returns the letters a to z and digits of a text in lower case, accents dropped, one hyphen for all between. */
    private static String slug(String text) {
        // ASCII has nothing to take apart
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        String small = plain.toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(small.length());
        boolean gap = false;
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                if (gap && slug.length() > 0) {
                    slug.append('-');
                }
                slug.append(c);
                gap = false;
            } else if (!isDropped(small, i)) {
                gap = true;
            }
        }
        if (slug.length() <= MOST_SLUG) {
            return slug.toString();
        }
        int cut = slug.lastIndexOf("-", MOST_SLUG);
        return slug.substring(0, cut > 0 ? cut : MOST_SLUG);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Whether it stands inside a word: an accent, an apostrophe, the dot of an initial. */
    private static boolean isDropped(String text, int at) {
        char c = text.charAt(at);
        boolean initial = c == '.'
                && at > 0
                && Character.isLetter(text.charAt(at - 1))
                && (at == 1 || !(Character.isLetterOrDigit(text.charAt(at - 2)) || text.charAt(at - 2) == '_'));
        return initial || APOSTROPHES.indexOf(c) >= 0 || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
