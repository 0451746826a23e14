package org.jdfwire.parser.person;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the words of offices. */
final class Offices {
    private static final List<String> MORE = List.of(" of ", " for ", ", ");
    private static final List<String> BRANCHES =
            List.of("Defense ", "Defence ", "National Defense ", "National Defence ");

    private Offices() {}

    /**
     * Whether an office says in full what another says in short: {@code Secretary of Defense} after {@code Secretary}, {@code
     * Defense Minister} after {@code Minister}.
     */
    static boolean lengthens(@Nullable String office, @Nullable String shorter) {
        if (office == null || shorter == null || office.length() <= shorter.length()) {
            return false;
        }
        return MORE.stream().anyMatch(more -> office.startsWith(shorter + more))
                || BRANCHES.stream().anyMatch(branch -> office.equals(branch + shorter));
    }

    /** Whether all words of one stand in the other: {@code Defense Secretary}, {@code Secretary of National Defense}. */
    static boolean areAlike(@Nullable String office, @Nullable String other) {
        if (office == null || other == null) {
            return true;
        }
        List<String> words = Arrays.asList(office.split(" "));
        List<String> others = Arrays.asList(other.split(" "));
        return words.containsAll(others) || others.containsAll(words);
    }

    /**
     * Whether one is the other's short form: {@code Vice-Minister} after {@code Administrative Vice-Minister} or {@code
     * Vice-Minister of Defense for International Affairs}.
     */
    static boolean isShortVice(String office, String other) {
        String a = office.replace('-', ' ');
        String b = other.replace('-', ' ');
        return a.contains("Vice")
                && b.contains("Vice")
                && (a.endsWith(b) || b.endsWith(a) || begins(a, b) || begins(b, a));
    }

    private static boolean begins(String office, String shorter) {
        return office.startsWith(shorter + " ");
    }
}
