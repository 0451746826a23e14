package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.parser.person.Title.Seat;
import org.jspecify.annotations.Nullable;

/** Brings the mentions of one topic together: those that can be one person are one. */
final class Acquaintances {
    /** Ten times what the fullest article names; who comes after them is not told. */
    private static final int MOST_PEOPLE = 500;

    private final FamilyNames families;
    private final Partners partners;
    private final List<Acquaintance> people = new ArrayList<>();

    Acquaintances(FamilyNames families, List<Country> countries) {
        this.families = families;
        this.partners = new Partners(countries);
    }

    /** Takes a mention as another of somebody met before, or else as of somebody new. */
    void meet(Mention mention) {
        if (people.size() >= MOST_PEOPLE) {
            return;
        }
        Acquaintance met = new Acquaintance(mention, families.parts(mention.name(), mention.code()));
        for (Acquaintance known : people) {
            if (known.canBe(met)) {
                known.join(met);
                return;
            }
        }
        if (!isCalledByGivenName(met)) {
            people.add(met);
        }
    }

    /** Whether somebody met is called by a given name, as Malays are: {@code Admiral Aziz} after {@code Admiral Abdul Aziz Jaafar}. */
    private boolean isCalledByGivenName(Acquaintance met) {
        List<Acquaintance> called =
                people.stream().filter(known -> known.canBeCalled(met)).toList();
        if (called.size() == 1) {
            called.get(0).join(met);
        }
        return called.size() == 1;
    }

    /** Returns everybody in the order of meeting. */
    List<Person> toPeople() {
        if (people.isEmpty()) {
            return List.of();
        }
        PersonIds ids = new PersonIds(families);
        List<@Nullable String> countries = new ArrayList<>(people.size());
        List<String> plainIds = new ArrayList<>(people.size());
        for (Acquaintance known : people) {
            String country = country(known);
            countries.add(country);
            plainIds.add(ids.count(known, country));
        }
        List<Person> told = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            Acquaintance known = people.get(i);
            told.add(person(known, countries.get(i), ids.of(known, plainIds.get(i))));
        }
        return told;
    }

    private static Person person(Acquaintance known, @Nullable String country, String id) {
        return new Person(known.family(), known.given(), known.role(), country, id, known.text());
    }

    private @Nullable String country(Acquaintance known) {
        if (known.nationality().told() != null || known.seat() == Seat.BODY) {
            return known.country();
        }
        if (known.nationality().usual() != null) {
            return partners.haveUsual(known) ? partners.of(known, people) : known.country();
        }
        // who bears a Japanese name and no other country's title is Japan's: the magazine is its ministry's
        if (families.isJapanese(known.words()) && !canBePartners(known)) {
            return known.role() == null ? null : Partners.JAPAN;
        }
        return partners.of(known, people);
    }

    /** Whether a minister or head only sounds Japanese, as Marape does, beside one of a known Japanese name. */
    private boolean canBePartners(Acquaintance known) {
        return partners.any()
                && (known.seat() == Seat.MINISTER || known.seat() == Seat.HEAD)
                && !families.isKnownJapanese(known.family())
                && people.stream().anyMatch(this::isKnownMinister);
    }

    private boolean isKnownMinister(Acquaintance other) {
        boolean japans = other.country() == null || other.country().equals(Partners.JAPAN);
        return japans && other.seat() == Seat.MINISTER && families.isKnownJapanese(other.family());
    }
}
