package org.jdfwire.parser;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Evidence;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import org.jdfwire.parser.era.PageIdentity;
import org.jdfwire.parser.field.CountryReader;
import org.jdfwire.parser.field.CountryTable;
import org.jdfwire.parser.field.DateReader;
import org.jdfwire.parser.field.KindReader;
import org.jdfwire.parser.field.OrganizationReader;
import org.jdfwire.parser.field.OrganizationTable;
import org.jdfwire.parser.field.RelativeDays;
import org.jdfwire.parser.person.Introduced;
import org.jdfwire.parser.person.PersonReader;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Vocabulary;
import org.jdfwire.parser.topic.TopicDraft;
import org.jdfwire.parser.topic.TopicIds;
import org.jspecify.annotations.Nullable;

/** Makes topics of drafts: reads their fields, gives them ids and hashes. */
final class TopicWriter {
    private static final String ENGLISH = "en";

    private final Vocabulary vocabulary;
    private final RelativeDays relativeDays;
    private final CountryReader countries;
    private final PersonReader people;
    private final OrganizationReader organizations;
    private final KindReader kinds;

    TopicWriter(CountryTable table, Vocabulary vocabulary) {
        OrganizationTable bodies = OrganizationTable.load(vocabulary);
        this.vocabulary = vocabulary;
        this.relativeDays = new RelativeDays(vocabulary);
        this.countries = new CountryReader(table, vocabulary);
        this.people = new PersonReader(table, bodies, vocabulary);
        this.organizations = new OrganizationReader(bodies, table, vocabulary);
        this.kinds = new KindReader(vocabulary);
    }

    List<Topic> write(List<TopicDraft> drafts, PageIdentity identity, PageRef page, ParserRef parser) {
        IssueRef issue = identity.issue();
        YearMonth month = issue == null ? null : issue.month();
        DateReader dates = new DateReader(relativeDays, month);
        TopicIds ids = new TopicIds(PageIdentity.PUBLICATION, issue, identity.section());
        List<Topic> topics = new ArrayList<>();
        Introduced introduced = new Introduced();
        @Nullable Occurrence before = null;
        for (TopicDraft draft : drafts) {
            Passage title = Passage.of(draft.title(), vocabulary);
            List<Passage> paragraphs = Passage.all(draft.paragraphs(), vocabulary);
            List<Occurrence> occurred = dates.read(title, paragraphs, before);
            before = occurred.isEmpty() ? null : occurred.get(0);
            Fields fields = fields(draft, title, paragraphs, identity.section(), occurred, introduced);
            topics.add(topic(ids.next(draft.title(), fields.countries()), draft, fields, identity, page, parser));
        }
        return topics;
    }

    /** What is read out of a topic's words. */
    private record Fields(
            List<Country> countries,
            List<Occurrence> occurred,
            List<Person> people,
            Map<String, String> organizations,
            KindReader.Told kind) {

        List<String> bodies() {
            return List.copyOf(organizations.keySet());
        }

        Evidence.@Nullable Words words() {
            return organizations.isEmpty() && kind.words() == null
                    ? null
                    : new Evidence.Words(kind.words(), organizations);
        }
    }

    private Fields fields(
            TopicDraft draft,
            Passage title,
            List<Passage> paragraphs,
            @Nullable String section,
            List<Occurrence> occurred,
            Introduced introduced) {
        // a heading that several topics share speaks of none of them alone
        Passage own = draft.group() == null && draft.nations().isEmpty() ? title : Passage.of(own(draft), vocabulary);
        List<Country> found = countries.read(draft.flags(), own, paragraphs);
        return new Fields(
                found,
                occurred,
                introduced.meet(people.read(own, paragraphs, found)),
                organizations.read(own, paragraphs),
                kinds.read(title, paragraphs, section));
    }

    /** Returns the words above a topic's text that are its alone. */
    private static String own(TopicDraft draft) {
        return draft.group() == null ? draft.title() + "; " + draft.nations() : draft.nations();
    }

    private static Topic topic(
            String id, TopicDraft draft, Fields fields, PageIdentity identity, PageRef page, ParserRef parser) {
        TopicContent content = new TopicContent(
                ENGLISH,
                draft.title(),
                fields.countries(),
                fields.occurred(),
                fields.people(),
                fields.bodies(),
                fields.kind().kind(),
                draft.paragraphs(),
                TopicContent.captions(draft.images()),
                draft.links());
        return new Topic(
                id,
                PageIdentity.PUBLICATION,
                identity.issue(),
                identity.section(),
                draft.title(),
                draft.group(),
                ENGLISH,
                content.countries(),
                content.occurred(),
                content.people(),
                content.organizations(),
                content.kind(),
                draft.paragraphs(),
                draft.images(),
                draft.links(),
                page,
                draft.evidence().with(fields.words()),
                parser,
                content.hash());
    }
}
