package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.parser.person.Title.Seat;
import org.jspecify.annotations.Nullable;

/** The countries beside Japan that take part in a topic, and which of them a person without any must act for. */
final class Partners {
    static final String JAPAN = "JP";

    private static final String UNITED_STATES = "US";
    /** Whose ministers of defense are called secretaries too. */
    private static final List<String> SECRETARIES_TOO = List.of("GB", "PH");

    private final List<String> codes = new ArrayList<>();

    Partners(List<Country> countries) {
        for (Country country : countries) {
            if (!country.code().equals(JAPAN) && !codes.contains(country.code())) {
                codes.add(country.code());
            }
        }
    }

    boolean any() {
        return !codes.isEmpty();
    }

    /**
     * Returns the country that somebody acts for of whom the page does not tell it: the only one, or that of the only
     * secretary, or for ministers the only one that no other minister acts for; null where there is more than one choice.
     */
    @Nullable
    String of(Acquaintance person, List<Acquaintance> people) {
        if (codes.size() == 1) {
            return codes.get(0);
        }
        if (isSecretary(person)) {
            return UNITED_STATES;
        }
        if (person.seat() != Seat.MINISTER) {
            return null;
        }
        List<String> left = new ArrayList<>(codes);
        for (Acquaintance other : people) {
            if (other != person && other.seat() == Seat.MINISTER) {
                left.remove(isSecretary(other) ? UNITED_STATES : other.country());
            }
        }
        return left.size() == 1 ? left.get(0) : null;
    }

    /** Whether the only partner's ministers are called what usually those of the United States are. */
    boolean haveUsual(Acquaintance person) {
        return codes.size() == 1
                && SECRETARIES_TOO.contains(codes.get(0))
                && person.seat() == Seat.MINISTER
                && UNITED_STATES.equals(person.country());
    }

    private boolean isSecretary(Acquaintance person) {
        String role = person.role();
        return role != null
                && person.country() == null
                && person.seat() == Seat.MINISTER
                && (role.equals("Secretary") || role.equals("Secretary of Defense") || role.equals("Defense Secretary"))
                && codes.contains(UNITED_STATES)
                && SECRETARIES_TOO.stream().noneMatch(codes::contains);
    }
}
