package org.jdfwire.parser.field;

import java.util.List;
import java.util.Locale;
import org.jdfwire.parser.field.DateToken.Kind;
import org.jspecify.annotations.Nullable;

/** The words that dates are made of, in any case; they are looked up where they stand, for a text has many others. */
final class DateLexicon {
    private static final int ABBREVIATED = 3;

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    /** Four times as many places as words, so that those of other words are mostly empty. */
    private static final int PLACES = 512;

    private static final DateLexicon ENGLISH = new DateLexicon();

    private final @Nullable String[] names = new String[PLACES];
    private final @Nullable DateToken[] tokens = new DateToken[PLACES];

    private DateLexicon() {
        for (int i = 0; i < MONTHS.size(); i++) {
            put(Kind.MONTH, i + 1, MONTHS.get(i) + " " + MONTHS.get(i).substring(0, ABBREVIATED));
        }
        put(Kind.MONTH, 9, "Sept");
        put(Kind.WEEKDAY, 0, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
        put(Kind.WEEKDAY, 0, "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun");
        put(Kind.ON, 0, "on since by");
        put(Kind.OVER, 0, "over");
        put(Kind.FROM, 0, "from");
        put(Kind.BETWEEN, 0, "between");
        put(Kind.IN, 0, "in during throughout");
        put(Kind.UNTIL, 0, "until");
        put(Kind.STARTING, 0, "starting");
        put(Kind.ENDING, 0, "ends ended lasts lasted continued concluded finished");
        put(Kind.GOING, 0, "goes went stays stayed remained");
        put(Kind.TO, 0, "to through till");
        put(Kind.AND, 0, "and");
        put(Kind.OF, 0, "of");
        put(Kind.THE, 0, "the");
        put(Kind.FOR, 0, "for");
        put(Kind.DAYS, 1, "days");
        put(Kind.DAYS, 7, "weeks");
        put(Kind.THIS, 0, "this");
        put(Kind.LAST, 0, "last");
        put(Kind.YEAR, 0, "year");
        put(Kind.PART, 0, "early mid late");
        put(Kind.EDGE, 0, "beginning middle end");
        put(
                Kind.COUNTED,
                0,
                "countries nations ships vessels members personnel people persons aircraft years participants officers"
                        + " students hours minutes times other others");
        String[] counts = "two three four five six seven eight nine ten".split(" ");
        for (int i = 0; i < counts.length; i++) {
            put(Kind.COUNT, i + 2, counts[i]);
        }
    }

    /** Returns what a word of a text is in a date, its place left open; null where it is in none. */
    static @Nullable DateToken word(String text, int start, int end) {
        return ENGLISH.tokens[ENGLISH.place(text, start, end)];
    }

    /** Whether a word that begins there may be a month: its first and third letter tell most others apart. */
    static boolean mayBeMonth(String text, int at) {
        if (at + 2 >= text.length()) {
            return false;
        }
        char third = small(text.charAt(at + 2));
        return switch (text.charAt(at)) {
            case 'J' -> third == 'n' || third == 'l';
            case 'F' -> third == 'b';
            case 'M' -> third == 'r' || third == 'y';
            case 'A' -> third == 'r' || third == 'g';
            case 'S' -> third == 'p';
            case 'O' -> third == 't';
            case 'N' -> third == 'v';
            case 'D' -> third == 'c';
            default -> false;
        };
    }

    /** Whether so many letters are the whole name of a month. */
    static boolean isWhole(int month, int letters) {
        return MONTHS.get(month - 1).length() == letters;
    }

    /** Returns the small letter as of {@link String#toLowerCase}. */
    static char small(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        // of an I with a dot the small letter is two
        return c == 'İ' ? c : Character.toLowerCase(c);
    }

    private void put(Kind kind, int value, String words) {
        for (String word : words.toLowerCase(Locale.ROOT).split(" ")) {
            int place = place(word, 0, word.length());
            names[place] = word;
            tokens[place] = new DateToken(kind, value, 0, 0, false);
        }
    }

    /** Returns the place of a word, or the empty one where it would stand. */
    private int place(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 31 + small(text.charAt(i));
        }
        int place = (number ^ (number >>> 9)) & (PLACES - 1);
        String name = names[place];
        while (name != null && !isSame(name, text, start, end)) {
            place = (place + 1) & (PLACES - 1);
            name = names[place];
        }
        return place;
    }

    private static boolean isSame(String name, String text, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != small(text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }
}
