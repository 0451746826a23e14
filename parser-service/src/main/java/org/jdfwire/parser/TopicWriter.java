package org.jdfwire.parser;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import org.jdfwire.parser.era.PageIdentity;
import org.jdfwire.parser.field.CountryReader;
import org.jdfwire.parser.field.CountryTable;
import org.jdfwire.parser.field.DateReader;
import org.jdfwire.parser.field.KindReader;
import org.jdfwire.parser.topic.TopicDraft;
import org.jdfwire.parser.topic.TopicIds;
import org.jspecify.annotations.Nullable;

/** Makes topics of drafts: reads their fields, gives them ids and hashes. */
final class TopicWriter {
    private static final String ENGLISH = "en";

    private final CountryReader countries;
    private final KindReader kinds = new KindReader();

    TopicWriter(CountryTable table) {
        this.countries = new CountryReader(table);
    }

    List<Topic> write(List<TopicDraft> drafts, PageIdentity identity, PageRef page, ParserRef parser) {
        IssueRef issue = identity.issue();
        YearMonth month = issue == null ? null : issue.month();
        DateReader dates = new DateReader(month);
        TopicIds ids = new TopicIds(PageIdentity.PUBLICATION, issue, identity.section());
        List<Topic> topics = new ArrayList<>();
        @Nullable Occurrence before = null;
        for (TopicDraft draft : drafts) {
            List<Country> found = countries.read(draft.flags(), draft.title(), draft.group() == null);
            List<Occurrence> occurred = dates.read(draft.title(), draft.paragraphs(), before);
            before = occurred.isEmpty() ? null : occurred.get(0);
            topics.add(topic(ids.next(draft.title(), found), draft, found, occurred, identity, page, parser));
        }
        return topics;
    }

    private Topic topic(
            String id,
            TopicDraft draft,
            List<Country> found,
            List<Occurrence> occurred,
            PageIdentity identity,
            PageRef page,
            ParserRef parser) {
        Kind kind = kinds.read(draft.title(), draft.paragraphs());
        TopicContent content = new TopicContent(
                ENGLISH,
                draft.title(),
                found,
                occurred,
                List.of(),
                List.of(),
                kind,
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
                found,
                occurred,
                List.of(),
                List.of(),
                kind,
                draft.paragraphs(),
                draft.images(),
                draft.links(),
                page,
                draft.evidence(),
                parser,
                content.hash());
    }
}
