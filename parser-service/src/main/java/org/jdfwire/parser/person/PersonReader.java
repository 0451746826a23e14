package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.parser.field.CountryTable;
import org.jdfwire.parser.field.OrganizationTable;
import org.jdfwire.parser.text.PhraseIndex.Match;

/** Tells whom a topic names with an office, a rank or a form of address; safe for use by several threads. */
public final class PersonReader {
    private final Titles titles = Titles.load();
    private final CountryTable countries;
    private final OrganizationTable organizations;
    private final MentionReader mentions = new MentionReader();
    private final FamilyNames families = new FamilyNames();

    public PersonReader(CountryTable countries, OrganizationTable organizations) {
        this.countries = countries;
        this.organizations = organizations;
    }

    /**
     * Reads the people of a topic.
     *
     * @param title the heading, empty where other topics share it
     * @param partners the topic's countries
     * @return each person once, in the order of the text
     */
    public List<Person> read(String title, List<String> paragraphs, List<Country> partners) {
        List<Mention> inText = new ArrayList<>();
        for (String paragraph : paragraphs) {
            inText.addAll(mentions(paragraph, Set.of()));
        }
        Set<String> known = new HashSet<>();
        inText.forEach(mention -> mention.name().forEach(word -> known.add(FamilyNames.folded(word))));
        Acquaintances people = new Acquaintances(families, partners);
        mentions(title, known).forEach(people::meet);
        inText.forEach(people::meet);
        return people.toPeople();
    }

    private List<Mention> mentions(String text, Set<String> known) {
        List<Match<Title>> found = titles.in(text);
        // most paragraphs name nobody
        return found.isEmpty()
                ? List.of()
                : mentions.read(new Marks(text, found, countries.in(text), organizations.in(text)), known);
    }
}
