package org.jdfwire.store.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Topics as a JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/). */
public final class JsonFeed {
    static final String TITLE = "Japan Defense Focus: topics";
    static final String PUBLISHER = "Japan Ministry of Defense";
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private final FeedAddresses addresses;

    /** Makes a writer of feeds. */
    public JsonFeed(FeedAddresses addresses) {
        this.addresses = addresses;
    }

    private record FeedAuthor(String name) {}

    private record FeedItem(
            String id,
            String url,
            @JsonProperty("external_url") String externalUrl,
            String title,
            @JsonProperty("content_text") String text,
            @Nullable String image,
            @JsonProperty("date_published") @Nullable String publishedAt,
            @JsonProperty("date_modified") String modifiedAt,
            List<String> tags,
            String language) {}

    /** A JSON Feed 1.1. */
    public record FeedDocument(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePageUrl,
            @JsonProperty("feed_url") String feedUrl,
            @JsonProperty("next_url") @Nullable String nextUrl,
            List<FeedAuthor> authors,
            List<FeedItem> items) {}

    /**
     * Writes the entries that are there, in their order.
     *
     * @param rawQuery the query that they were asked for with, or null
     * @param nextQuery the query of the next page, or null where nothing follows
     * @return UTF-8
     */
    public byte[] write(List<FeedEntry> entries, @Nullable String rawQuery, @Nullable String nextQuery) {
        String choice = FeedAddresses.choice(rawQuery);
        return Json.bytes(new FeedDocument(
                VERSION,
                TITLE,
                addresses.topics(choice),
                addresses.json(rawQuery),
                nextQuery == null ? null : addresses.json(nextQuery),
                List.of(new FeedAuthor(PUBLISHER)),
                entries.stream().map(this::item).toList()));
    }

    private FeedItem item(FeedEntry entry) {
        Topic topic = entry.topic();
        return new FeedItem(
                addresses.entryId(topic),
                topic.page().url(),
                addresses.topic(topic),
                topic.title(),
                String.join("\n\n", topic.paragraphs()),
                topic.images().isEmpty() ? null : topic.images().get(0).url(),
                entry.publishedAt() == null ? null : entry.publishedAt().toString(),
                entry.updatedAt().toString(),
                Stream.concat(
                                Stream.of(topic.kind().text()),
                                topic.countries().stream().map(Country::code))
                        .toList(),
                topic.language());
    }
}
