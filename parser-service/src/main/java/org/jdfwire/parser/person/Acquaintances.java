package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.parser.person.Title.Seat;
import org.jspecify.annotations.Nullable;

/** Brings the mentions of one topic together: those that can be one person are one. */
final class Acquaintances {
    /** Ten times what the fullest article names; who comes after them is not told. */
    private static final int MOST_PEOPLE = 500;

    private static final String JAPAN = "JP";

    private final FamilyNames families;
    private final @Nullable String partner;
    private final List<Acquaintance> people = new ArrayList<>();

    Acquaintances(FamilyNames families, List<Country> countries) {
        this.families = families;
        Set<String> partners = countries.stream()
                .map(Country::code)
                .filter(code -> !code.equals(JAPAN))
                .collect(Collectors.toSet());
        this.partner = partners.size() == 1 ? partners.iterator().next() : null;
    }

    /** Takes a mention as another of somebody met before, or else as of somebody new. */
    void meet(Mention mention) {
        if (people.size() >= MOST_PEOPLE) {
            return;
        }
        Acquaintance met = new Acquaintance(mention, families.parts(mention.name()));
        for (Acquaintance known : people) {
            if (known.canBe(met)) {
                known.join(met);
                return;
            }
        }
        people.add(met);
    }

    /** Returns everybody in the order of meeting. */
    List<Person> toPeople() {
        PersonIds ids = new PersonIds(families);
        people.forEach(known -> ids.count(known, country(known)));
        return people.stream().map(known -> person(known, ids)).toList();
    }

    private Person person(Acquaintance known, PersonIds ids) {
        String country = country(known);
        return new Person(known.family(), known.given(), known.role(), country, ids.of(known, country), known.text());
    }

    private @Nullable String country(Acquaintance known) {
        if (known.country() != null || known.seat() == Seat.BODY) {
            return known.country();
        }
        // who bears a Japanese name and no other country's title is Japan's: the magazine is its ministry's
        if (families.isJapanese(known.words())) {
            return known.role() == null ? null : JAPAN;
        }
        return partner;
    }
}
