package org.jdfwire.parser.person;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdfwire.parser.text.Tables;
import org.jspecify.annotations.Nullable;

/** Tells the family name among the words of a name: by capitals, by the custom of the country, by small words. */
final class FamilyNames {
    private static final Set<String> AFTER_NAME = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");
    private static final Set<String> LARGE_PARTICLES =
            Set.of("Le", "La", "De", "Van", "Von", "Di", "Del", "Della", "Du", "Al", "El");
    /** Where {@code Al} before a family name is short for a given one, as Albert. */
    private static final Set<String> ENGLISH_SPEAKING = Set.of("US", "GB", "CA", "AU", "NZ", "IE");

    private static final String AL = "Al";
    private static final Set<String> FATHERS = Set.of("bin", "binti", "bint", "ibn", "al", "el");
    private static final Pattern KOREAN_GIVEN = Pattern.compile("\\p{Lu}\\p{Ll}+-\\p{Ll}+");
    /** What the Hepburn spelling of Japanese can write. */
    private static final Pattern ROMAJI = Pattern.compile(
            "(?:(?!si|zi|ti|di|tu|du|hu|yi|ye|wi|we|wu|f[aeio]|je|she|che)(?:(?:[kgnhbpmr]y|ssh|sh|tch|ch|ts|kk|ss|tt|pp|[kgsztdnhbpmrjfwy])?[aiueo]h?|(?<=[aiueo])n(?![aiueo])|m(?=[bp])))+");

    private static final List<String> JAPANESE_ENDINGS = List.of(
            "bashi", "bayashi", "gawa", "guchi", "hara", "hashi", "ishi", "jima", "kawa", "kura", "matsu", "mizu",
            "mori", "moto", "mura", "naka", "saki", "sawa", "shima", "tani", "tsuka", "waki", "wara", "yama", "zaki",
            "zawa", "zuka");

    private final Set<String> particles = Tables.words(FamilyNames.class, "particles.txt");
    private final Set<String> japanese = Tables.words(FamilyNames.class, "japanese-families.txt").stream()
            .map(FamilyNames::folded)
            .collect(Collectors.toUnmodifiableSet());
    private final Set<String> first;
    private final Set<String> common;

    FamilyNames() {
        Set<String> all = Tables.words(FamilyNames.class, "first-surnames.txt");
        first = all.stream().map(name -> folded(name.replace("*", ""))).collect(Collectors.toUnmodifiableSet());
        common = all.stream()
                .filter(name -> name.startsWith("*"))
                .map(name -> folded(name.substring(1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A name in its two parts, in ordinary capitals.
     *
     * @param family the family name
     * @param given the other names, or null where there are none
     */
    record Parts(String family, @Nullable String given) {}

    /**
     * Returns the parts of a name of at least one word.
     *
     * @param country ISO 3166-1 alpha-2 of whom it names, or null
     */
    Parts parts(List<String> words, @Nullable String country) {
        if (words.size() == 2 && words.get(0).equals(AL) && country != null && ENGLISH_SPEAKING.contains(country)) {
            return new Parts(ordinary(words.get(1)), AL);
        }
        return parts(words);
    }

    private Parts parts(List<String> words) {
        if (words.size() == 1) {
            return new Parts(ordinary(words.get(0)), null);
        }
        // where all is in capitals they tell nothing
        List<String> name =
                areCapitals(words) ? words.stream().map(FamilyNames::ordinary).toList() : words;
        while (name.size() > 1 && AFTER_NAME.contains(folded(name.get(name.size() - 1)))) {
            name = name.subList(0, name.size() - 1);
        }
        int[] family = family(name);
        String before = ordinary(name.subList(0, family[0]));
        String after = ordinary(name.subList(family[1], name.size()));
        String given = before.isEmpty() || after.isEmpty() ? before + after : before + " " + after;
        return new Parts(ordinary(name.subList(family[0], family[1])), given.isEmpty() ? null : given);
    }

    /** Whether so many bear a family name that it alone names nobody. */
    boolean isCommon(String family) {
        return common.contains(folded(family));
    }

    /** Whether a name can be Japanese. */
    boolean isJapanese(List<String> words) {
        for (String word : words) {
            if (!canBeJapanese(folded(word))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a family name is one of the table of Japanese ones, or ends as only those do: {@code Kitayama}. */
    boolean isKnownJapanese(String family) {
        String name = folded(family);
        return japanese.contains(name) || JAPANESE_ENDINGS.stream().anyMatch(name::endsWith);
    }

    private boolean canBeJapanese(String folded) {
        // most that are asked for are family names of the table, for which the pattern need not be tried
        return japanese.contains(folded)
                || (!hasForeignLetter(folded) && ROMAJI.matcher(folded).matches());
    }

    /** Whether a letter shows what the pattern of all of Japanese would be asked for in vain. */
    private static boolean hasForeignLetter(String word) {
        return word.indexOf('l') >= 0 || word.indexOf('v') >= 0 || word.indexOf('q') >= 0 || word.indexOf('x') >= 0;
    }

    private static boolean areCapitals(List<String> words) {
        for (String word : words) {
            if (!isCapitals(word)) {
                return false;
            }
        }
        return true;
    }

    private int[] family(List<String> words) {
        int last = words.size() - 1;
        int[] capitals = capitals(words);
        if (capitals != null) {
            return capitals;
        }
        if (last > 0 && !startsLarge(words) && standsFirst(words)) {
            return new int[] {0, 1};
        }
        int start = last;
        while (start > 0 && isParticle(words.get(start - 1), start - 1, words.size())) {
            start--;
        }
        if (start > 0 && start < last && ("e".equals(words.get(start)) || "y".equals(words.get(start)))) {
            start--;
        }
        if (start == last || !FATHERS.contains(words.get(start))) {
            return new int[] {start, words.size()};
        }
        return new int[] {last, words.size()};
    }

    private boolean isParticle(String word, int at, int size) {
        return particles.contains(word) || (LARGE_PARTICLES.contains(word) && (at > 0 || size == 2));
    }

    private static boolean startsLarge(List<String> words) {
        return LARGE_PARTICLES.contains(words.get(0));
    }

    private boolean standsFirst(List<String> words) {
        String head = folded(words.get(0));
        String tail = folded(words.get(words.size() - 1));
        if (KOREAN_GIVEN.matcher(words.get(1)).matches() || first.contains(head)) {
            return true;
        }
        return words.size() == 2 && japanese.contains(head) && !japanese.contains(tail) && isJapanese(words);
    }

    /** Returns the words in capitals where others are not: {@code KONO Taro}. */
    private int @Nullable [] capitals(List<String> words) {
        int start = -1;
        int end = -1;
        for (int i = 0; i < words.size(); i++) {
            if (isCapitals(words.get(i))) {
                start = start < 0 ? i : start;
                end = i + 1;
            }
        }
        boolean whole = start <= 0 && end == words.size();
        return start < 0 || whole ? null : new int[] {start, end};
    }

    private static boolean isCapitals(String word) {
        return word.length() > 1
                && !hasSmall(word)
                && word.indexOf('.') < 0
                && word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** Whether it has a letter from a to z, and so is not all in capitals: that is seen before they are written out. */
    static boolean hasSmall(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 'a' && word.charAt(i) <= 'z') {
                return true;
            }
        }
        return false;
    }

    private static String ordinary(List<String> words) {
        if (words.size() == 1) {
            return ordinary(words.get(0));
        }
        StringJoiner joined = new StringJoiner(" ");
        words.forEach(word -> joined.add(ordinary(word)));
        return joined.toString();
    }

    private static String ordinary(String word) {
        int son = sonOf(word);
        if (!isCapitals(word.substring(son))) {
            return word;
        }
        StringBuilder ordinary = new StringBuilder(word.toLowerCase(Locale.ROOT));
        ordinary.replace(0, son, word.substring(0, son));
        for (int i = 0; i < ordinary.length(); i++) {
            if (i == 0 || i == son || !Character.isLetter(ordinary.charAt(i - 1))) {
                ordinary.setCharAt(i, Character.toUpperCase(ordinary.charAt(i)));
            }
        }
        return ordinary.toString();
    }

    /** Returns the length of the small-lettered beginning of {@code MacKAY} and {@code McCAIN}, 0 for other words. */
    private static int sonOf(String word) {
        return word.startsWith("Mac") ? 3 : word.startsWith("Mc") ? 2 : 0;
    }

    static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
