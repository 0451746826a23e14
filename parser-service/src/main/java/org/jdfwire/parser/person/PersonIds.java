package org.jdfwire.parser.person;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ids of people: country, family name, and what tells a namesake apart, such as {@code jp-izutsu-forces}.
 *
 * <p>Only what every spelling of a person has goes into it; so a given name does not, but where a family name alone names
 * nobody.
 */
final class PersonIds {
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> WHOLE_LETTERS =
            Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i");

    private final FamilyNames families;
    private final Map<String, Integer> uses = new HashMap<>();

    PersonIds(FamilyNames families) {
        this.families = families;
    }

    /** Returns the id of somebody who has no namesake in the topic, and counts it. */
    String count(Acquaintance known, @Nullable String country) {
        String plain = plain(known, country);
        uses.merge(plain, 1, Integer::sum);
        return plain;
    }

    /** Returns the id, of two of a topic with the same with what tells them apart. */
    String of(Acquaintance known, String plain) {
        String apart = known.given() == null ? known.role() : known.given();
        return uses.getOrDefault(plain, 1) == 1 || apart == null ? plain : plain + "-" + slug(apart);
    }

    private String plain(Acquaintance known, @Nullable String country) {
        StringJoiner id = new StringJoiner("-");
        if (country != null) {
            id.add(country.toLowerCase(Locale.ROOT));
        }
        id.add(slug(known.family()));
        String given = known.given();
        if (given != null && families.isCommon(known.family())) {
            id.add(slug(given));
        }
        if (!known.seat().suffix().isEmpty()) {
            id.add(known.seat().suffix());
        }
        return id.toString();
    }

    /** Returns a name in plain small letters with hyphens, the same whatever its capitals and accents. */
    static String slug(String name) {
        if (isPlain(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        plain = ACCENT.matcher(plain).replaceAll("");
        for (Map.Entry<String, String> letter : WHOLE_LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        String slug = OTHER.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "x" : slug;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
