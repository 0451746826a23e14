package org.jdfwire.store.feed;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Where the feeds are and what their parts are called: {@code tag:} ids (RFC 4151) that never change. */
public final class FeedAddresses {
    private final String publicUrl;
    private final String tagAuthority;

    /**
     * Makes the addresses of one store.
     *
     * @param publicUrl where readers reach the store, without a slash at the end
     * @param tagAuthority domain and date, such as {@code example.org,2026}
     */
    public FeedAddresses(URI publicUrl, String tagAuthority) {
        this.publicUrl = publicUrl.toString();
        this.tagAuthority = tagAuthority;
    }

    /** Returns the query of a request for a feed without the parameters that do not choose topics, or null. */
    public static @Nullable String choice(@Nullable String rawQuery) {
        if (rawQuery == null) {
            return null;
        }
        String chosen = Arrays.stream(rawQuery.split("&"))
                .filter(parameter -> !parameter.startsWith("limit=") && !parameter.startsWith("page="))
                .collect(Collectors.joining("&"));
        return chosen.isEmpty() ? null : chosen;
    }

    String feedId(@Nullable String query) {
        return "tag:" + tagAuthority + ":topics" + queryPart(query);
    }

    String entryId(Topic topic) {
        return "tag:" + tagAuthority + ":topic:" + topic.topicId();
    }

    String topic(Topic topic) {
        return publicUrl + "/v1/topics/" + topic.topicId();
    }

    String topics(@Nullable String query) {
        return publicUrl + "/v1/topics" + queryPart(query);
    }

    String atom(@Nullable String query) {
        return publicUrl + "/feeds/topics.atom" + queryPart(query);
    }

    String archive(FeedRange range, @Nullable String query) {
        return publicUrl + "/feeds/archive/" + range.start() + queryPart(query);
    }

    String json(@Nullable String query) {
        return publicUrl + "/feeds/topics.json" + queryPart(query);
    }

    private static String queryPart(@Nullable String query) {
        return query == null ? "" : "?" + query;
    }
}
