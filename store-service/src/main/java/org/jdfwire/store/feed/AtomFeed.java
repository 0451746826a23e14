package org.jdfwire.store.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Topic;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Topics as an Atom feed (RFC 4287) with archives (RFC 5005, section 4); a topic that is gone is a {@code deleted-entry}
 * (RFC 6721).
 *
 * <p>Who reads the feed and each archive it leads to, and keeps of each entry the newest, has every topic.
 */
public final class AtomFeed {
    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");
    private static final Namespace TOMBSTONES = Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

    private static final int REPLACEMENT = 0xFFFD;

    private final FeedAddresses addresses;

    /** Makes a writer of feeds. */
    public AtomFeed(FeedAddresses addresses) {
        this.addresses = addresses;
    }

    /** The archive documents beside a document, each null where there is none. */
    public record Neighbors(
            @Nullable FeedRange previous, @Nullable FeedRange next) {}

    /**
     * Writes the feed.
     *
     * @param rawQuery the query that it was asked for with, or null; feeds of different queries have different ids
     * @param updated when anything last changed
     * @param previous the newest archive, or null where there is none or the entries do not reach back to it
     * @return UTF-8
     */
    public byte[] current(
            List<FeedEntry> entries, @Nullable String rawQuery, Instant updated, @Nullable FeedRange previous) {
        Feed feed = feed(entries, rawQuery, updated);
        List<Link> links = new ArrayList<>();
        links.add(link("self", addresses.atom(rawQuery)));
        addArchive(links, "prev-archive", previous, FeedAddresses.choice(rawQuery));
        feed.setOtherLinks(links);
        return write(feed);
    }

    /**
     * Writes an archive document.
     *
     * @param query what chose the topics, or null
     * @param updated when its last change was recorded
     * @return UTF-8
     */
    public byte[] archive(
            FeedRange range, List<FeedEntry> entries, @Nullable String query, Instant updated, Neighbors neighbors) {
        Feed feed = feed(entries, query, updated);
        List<Link> links = new ArrayList<>();
        links.add(link("self", addresses.archive(range, query)));
        links.add(link("current", addresses.atom(query)));
        addArchive(links, "prev-archive", neighbors.previous(), query);
        addArchive(links, "next-archive", neighbors.next(), query);
        feed.setOtherLinks(links);
        feed.getForeignMarkup().add(new Element("archive", HISTORY));
        return write(feed);
    }

    private Feed feed(List<FeedEntry> entries, @Nullable String rawQuery, Instant updated) {
        Feed feed = new Feed("atom_1.0");
        feed.setId(addresses.feedId(rawQuery));
        feed.setTitle(JsonFeed.TITLE);
        feed.setUpdated(Date.from(updated));
        feed.setAlternateLinks(List.of(link("alternate", addresses.topics(rawQuery))));
        feed.setAuthors(List.of(publisher()));
        feed.setEntries(entries.stream()
                .filter(entry -> !entry.withdrawn())
                .map(this::entry)
                .toList());
        feed.setForeignMarkup(new ArrayList<>());
        entries.stream()
                .filter(FeedEntry::withdrawn)
                .forEach(entry -> feed.getForeignMarkup().add(tombstone(entry)));
        return feed;
    }

    private Entry entry(FeedEntry shown) {
        Topic topic = shown.topic();
        Entry entry = new Entry();
        entry.setId(addresses.entryId(topic));
        entry.setTitle(legal(topic.title()));
        if (shown.publishedAt() != null) {
            entry.setPublished(Date.from(shown.publishedAt()));
        }
        entry.setUpdated(Date.from(shown.updatedAt()));
        entry.setAlternateLinks(List.of(link("alternate", topic.page().url())));
        entry.setOtherLinks(List.of(link("related", addresses.topic(topic))));
        entry.setCategories(Stream.concat(
                        Stream.of(topic.kind().text()),
                        topic.countries().stream().map(Country::code))
                .map(AtomFeed::category)
                .toList());
        Content text = new Content();
        text.setType("text");
        text.setValue(legal(String.join("\n\n", topic.paragraphs())));
        entry.setContents(List.of(text));
        return entry;
    }

    private Element tombstone(FeedEntry gone) {
        return new Element("deleted-entry", TOMBSTONES)
                .setAttribute("ref", addresses.entryId(gone.topic()))
                .setAttribute("when", gone.updatedAt().toString());
    }

    private void addArchive(List<Link> links, String relation, @Nullable FeedRange range, @Nullable String query) {
        if (range != null) {
            links.add(link(relation, addresses.archive(range, query)));
        }
    }

    private static byte[] write(Feed feed) {
        try {
            return new WireFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("the Atom feed " + feed.getId() + " cannot be written", e);
        }
    }

    /** Returns the text with a replacement character where XML can hold none, such as a control: a page's words are any. */
    private static String legal(String text) {
        return text.codePoints()
                .map(point -> Verifier.isXMLCharacter(point) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Person publisher() {
        Person publisher = new Person();
        publisher.setName(JsonFeed.PUBLISHER);
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
