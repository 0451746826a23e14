package org.jdfwire.parser.person;

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
        Acquaintances people = new Acquaintances(families, partners);
        Set<String> known = new HashSet<>();
        for (Passage paragraph : paragraphs) {
            for (Mention mention : mentions(paragraph, Set.of())) {
                mention.name().forEach(word -> known.add(FamilyNames.folded(word)));
                people.meet(mention);
            }
        }
        for (Mention mention : mentions(title, known)) {
            // in a heading every word may begin with a capital: "A General Reads Aloud"
            if (known.contains(FamilyNames.folded(last(mention))) || families.isJapanese(mention.name())) {
                people.meet(mention);
            }
        }
        return people.toPeople();
    }

    private static String last(Mention mention) {
        return mention.name().get(mention.name().size() - 1);
    }

    private List<Mention> mentions(Passage text, Set<String> known) {
        List<Match<Title>> found = titles.in(text);
        // most paragraphs name nobody
        return found.isEmpty()
                ? List.of()
                : mentions.read(new Marks(text.text(), found, countries.in(text), organizations.in(text)), known);
    }
}
