package org.jdfwire.store.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtomFeedTest {
    private final AtomFeed feed = new AtomFeed(new FeedAddresses(URI.create("http://127.0.0.1"), "example.org,2026"));

    @Test
    void whatXmlCannotHoldInOneTopicDoesNotHideTheOthers() {
        String text = "A control\u0001, no character\uFFFE, and \uD83D\uDE00.";
        FeedEntry entry =
                new FeedEntry(topic(133, "odd", page(133, 1, MORNING, "v1"), PARSER, text), MORNING, MORNING, false);

        assertThat(new String(feed.current(List.of(entry), null, MORNING, null), StandardCharsets.UTF_8))
                .contains("A control\uFFFD, no character\uFFFD, and &#x1f600;.");
    }
}
