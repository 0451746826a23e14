package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.parser.field.CountryTable;
import org.jdfwire.parser.field.OrganizationTable;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Vocabulary;

/** Tells whom a topic names with an office, a rank or a form of address; safe for use by several threads. */
public final class PersonReader {
    private final Titles titles;
    private final CountryTable countries;
    private final OrganizationTable organizations;
    private final MentionReader mentions = new MentionReader();
    private final FamilyNames families = new FamilyNames();

    public PersonReader(CountryTable countries, OrganizationTable organizations, Vocabulary vocabulary) {
        this.titles = Titles.load(vocabulary);
        this.countries = countries;
        this.organizations = organizations;
    }

    /**
     * Reads the people of a topic.
     *
     * @param title the heading, empty where other topics share it
     * @param partners the topic's countries
     * @return each person once, in the order of the text; who is only in the heading stands last
     */
    public List<Person> read(Passage title, List<Passage> paragraphs, List<Country> partners) {
        List<Mention> told = new ArrayList<>();
        for (Passage paragraph : paragraphs) {
            told.addAll(mentions(paragraph, Set.of()));
        }
        if (titles.mayBeIn(title)) {
            told.addAll(inHeading(title, names(told)));
        }
        Acquaintances people = new Acquaintances(families, partners);
        told.forEach(people::meet);
        return people.toPeople();
    }

    private List<Mention> inHeading(Passage title, Set<String> known) {
        List<Mention> told = new ArrayList<>(mentions(title, known));
        // in a heading every word may begin with a capital: "A General Reads Aloud"
        told.removeIf(
                mention -> !known.contains(FamilyNames.folded(last(mention))) && !families.isJapanese(mention.name()));
        told.replaceAll(Mention::asHeading);
        return told;
    }

    private static Set<String> names(List<Mention> mentions) {
        Set<String> names = new HashSet<>();
        for (Mention mention : mentions) {
            mention.name().forEach(word -> names.add(FamilyNames.folded(word)));
        }
        return names;
    }

    private static String last(Mention mention) {
        return mention.name().get(mention.name().size() - 1);
    }

    private List<Mention> mentions(Passage text, Set<String> known) {
        List<Match<Title>> found = titles.mayBeIn(text) ? titles.in(text) : List.of();
        // many paragraphs name nobody
        return found.isEmpty()
                ? List.of()
                : mentions.read(new Marks(text.text(), found, countries.in(text), organizations.in(text)), known);
    }
}
