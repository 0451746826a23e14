package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdfwire.contracts.topic.Person;

/**
 * The ministers whom a page has told of so far: who is later called but {@code Mr. Onodera} is the one of that family name.
 *
 * <p>Only ministers are called so on the next occasion; of officers, guests and teachers the page tells anew who they are.
 */
public final class Introduced {
    private static final List<String> MINISTERS = List.of("Minister", "Secretary");

    private final Map<String, List<Person>> ministers = new HashMap<>();

    /** Returns the people of the page's next topic, with what the page told of them before. */
    public List<Person> meet(List<Person> people) {
        List<Person> met = new ArrayList<>(people.size());
        for (Person person : people) {
            met.add(person.role() == null ? known(person, people) : person);
        }
        people.forEach(this::remember);
        return List.copyOf(met);
    }

    private Person known(Person person, List<Person> people) {
        List<Person> known = ministers.getOrDefault(person.name(), List.of());
        boolean namesake = people.stream()
                .anyMatch(other -> other != person && other.name().equals(person.name()));
        if (known.size() != 1 || namesake || !canBe(person, known.get(0))) {
            return person;
        }
        Person minister = known.get(0);
        return new Person(
                person.name(), person.givenName(), minister.role(), minister.country(), minister.id(), person.text());
    }

    private static boolean canBe(Person person, Person minister) {
        return (person.country() == null || person.country().equals(minister.country()))
                && (person.givenName() == null || person.givenName().equals(minister.givenName()));
    }

    private void remember(Person person) {
        String role = person.role();
        if (role == null || MINISTERS.stream().noneMatch(role::contains)) {
            return;
        }
        List<Person> known = ministers.computeIfAbsent(person.name(), unused -> new ArrayList<>());
        // two are enough to show that the name alone tells nobody
        if (known.size() < 2 && known.stream().noneMatch(other -> Objects.equals(other.id(), person.id()))) {
            known.add(person);
        }
    }
}
