package org.jdfwire.contracts.topic;

import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jspecify.annotations.Nullable;

/**
 * One topic as one version of its page tells it.
 *
 * @param topicId readable and stable against reordering: publication, issue, section, heading, partner countries
 * @param publication {@code jdf}, or {@code mod-news} for the ministry's feeds
 * @param issue the issue it stands in, or null for a publication without issues
 * @param section section of the issue, such as {@code topics}, or null where there is none
 * @param title the heading
 * @param group its place among the topics under the same heading, or null where it is alone
 * @param language BCP 47 tag of the text
 * @param countries those that take part, flags in the page's order first, each code once
 * @param occurred when it took place, in the order of the text; empty where the page does not say
 * @param people who took part
 * @param organizations which bodies took part
 * @param kind what sort of event it is
 * @param paragraphs the text, a string a paragraph, white space folded
 * @param images its photos, in the page's order, flags left out
 * @param links the links inside its text
 * @param page the page version it was read from
 * @param evidence where in that page it stands
 * @param parser who read it
 * @param contentHash of what a reader reads: {@link TopicContent#hash}
 */
public record Topic(
        String topicId,
        String publication,
        @Nullable IssueRef issue,
        @Nullable String section,
        String title,
        @Nullable Group group,
        String language,
        List<Country> countries,
        List<Occurrence> occurred,
        List<Person> people,
        List<String> organizations,
        Kind kind,
        List<String> paragraphs,
        List<Image> images,
        List<Link> links,
        PageRef page,
        Evidence evidence,
        ParserRef parser,
        String contentHash) {

    private static final String SOURCE = "/jdfwire/parser";

    public Topic {
        Checks.text("topicId", topicId);
        Checks.text("publication", publication);
        Checks.text("title", title);
        Checks.text("language", language);
        countries = List.copyOf(countries);
        Checks.distinct("country codes", countries.stream().map(Country::code).toList());
        occurred = List.copyOf(occurred);
        people = List.copyOf(people);
        organizations = List.copyOf(organizations);
        paragraphs = List.copyOf(paragraphs);
        paragraphs.forEach(paragraph -> Checks.text("paragraph", paragraph));
        images = List.copyOf(images);
        links = List.copyOf(links);
        Checks.hash("contentHash", contentHash);
    }

    /** Returns the message's headers; its id is {@code <topic id>@<page version>.<parser version>}. */
    public Map<String, String> toHeaders() {
        return new EventAttributes(
                        topicId + "@" + page.version() + "." + parser.version(),
                        SOURCE,
                        EventTypes.TOPIC_PARSED,
                        page.fetchedAt(),
                        topicId,
                        Map.of())
                .toHeaders(EventAttributes.JSON);
    }
}
