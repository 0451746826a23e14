package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.canary.CanaryPage;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

/** The canary's sender says what must be read out of it; where the parser reads otherwise, the sender must say so too. */
class CanaryPageTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03Z");

    @Test
    void theParserReadsTheTopicThatTheSenderPromises() {
        PageFetched fetched = PageFetched.fromHeaders(CanaryPage.headers(NOW));

        ParseResult result = new PageParser().parse(fetched, CanaryPage.body());

        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        List<Topic> topics = ((ParseResult.Parsed) result).topics();
        assertThat(topics).hasSize(1);
        assertThat(topics.get(0).title()).isEqualTo("Sample Meeting with Australia");
        assertThat(topics.get(0).countries()).extracting("code").containsExactly("AU");
        assertThat(topics.get(0).occurred()).hasSize(1);
        assertThat(topics.get(0).contentHash()).isEqualTo(CanaryPage.CONTENT_HASH);
    }
}
