package org.jdfwire.store.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;

/** Topics as an Atom feed (RFC 4287), each known by a {@code tag:} id (RFC 4151) that never changes. */
public final class AtomFeed {
    private static final String PATH = "/feeds/topics.atom";

    private final String publicUrl;
    private final String tagAuthority;

    /**
     * Makes a writer of feeds.
     *
     * @param publicUrl where readers reach the store, without a slash at the end
     * @param tagAuthority domain and date, such as {@code example.org,2026}
     */
    public AtomFeed(URI publicUrl, String tagAuthority) {
        this.publicUrl = publicUrl.toString();
        this.tagAuthority = tagAuthority;
    }

    /**
     * Writes the topics in their order.
     *
     * @param rawQuery the query that they were asked for with, or null; feeds of different queries have different ids
     * @param updated when anything last changed
     * @return UTF-8
     */
    public byte[] write(List<TopicState> topics, @Nullable String rawQuery, Instant updated) {
        String query = rawQuery == null ? "" : "?" + rawQuery;
        Feed feed = new Feed("atom_1.0");
        feed.setId("tag:" + tagAuthority + ":topics" + query);
        feed.setTitle("Japan Defense Focus: topics");
        feed.setUpdated(Date.from(updated));
        feed.setOtherLinks(List.of(link("self", publicUrl + PATH + query)));
        feed.setAlternateLinks(List.of(link("alternate", publicUrl + "/v1/topics" + query)));
        feed.setAuthors(List.of(publisher()));
        feed.setEntries(topics.stream().map(this::entry).toList());
        try {
            return new WireFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("an Atom feed of " + topics.size() + " topics cannot be written", e);
        }
    }

    private Entry entry(TopicState state) {
        Topic topic = state.topic();
        Entry entry = new Entry();
        entry.setId("tag:" + tagAuthority + ":topic:" + topic.topicId());
        entry.setTitle(topic.title());
        entry.setPublished(Date.from(state.publishedAt()));
        entry.setUpdated(Date.from(state.updatedAt()));
        entry.setAlternateLinks(List.of(link("alternate", topic.page().url())));
        entry.setOtherLinks(List.of(link("related", publicUrl + "/v1/topics/" + topic.topicId())));
        entry.setCategories(Stream.concat(
                        Stream.of(topic.kind().text()),
                        topic.countries().stream().map(Country::code))
                .map(AtomFeed::category)
                .toList());
        Content text = new Content();
        text.setType("text");
        text.setValue(String.join("\n\n", topic.paragraphs()));
        entry.setContents(List.of(text));
        return entry;
    }

    private static Person publisher() {
        Person publisher = new Person();
        publisher.setName("Japan Ministry of Defense");
        return publisher;
    }

    private static Link link(String relation, String url) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(url);
        return link;
    }

    private static Category category(String term) {
        Category category = new Category();
        category.setTerm(term);
        return category;
    }
}
