package org.jdfwire.store.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.Pages;
import org.junit.jupiter.api.Test;

class CanaryJudgeTest {
    private static final Instant SENT = Instant.parse("2026-03-01T08:00:00Z");
    private static final PageRef PAGE = Pages.page(999, 7, SENT, "canary");
    private static final Topic TOPIC = Pages.topic(999, "sample", PAGE, Pages.PARSER, "A sample.");
    private static final PageParsed MANIFEST = Pages.manifest(999, PAGE, Pages.PARSER, "sample");
    private static final String RIGHT = TOPIC.contentHash();

    private Instant now = SENT.plusSeconds(1);
    private final CanaryJudge judge = new CanaryJudge(() -> now);

    @Test
    void theOneTopicThatWasPromisedIsRight() {
        assertThat(take(TOPIC, RIGHT)).isNull();

        CanaryJudge.Verdict verdict = take(MANIFEST, RIGHT);

        assertThat(verdict.failure()).isNull();
        assertThat(verdict.canary().sentAt()).isEqualTo(SENT);
    }

    @Test
    void anotherContentIsAFailureThatTellsBoth() {
        String promised = Json.hash("something else");
        take(TOPIC, promised);

        assertThat(take(MANIFEST, promised).failure()).contains(RIGHT).contains(promised);
    }

    @Test
    void aTopicTooManyOrNoneIsAFailure() {
        take(TOPIC, RIGHT);
        take(Pages.topic(999, "second", PAGE, Pages.PARSER, "Another."), RIGHT);
        assertThat(take(Pages.manifest(999, PAGE, Pages.PARSER, "sample", "second"), RIGHT)
                        .failure())
                .isNotNull();

        assertThat(take(Pages.manifest(999, PAGE, Pages.PARSER), RIGHT).failure())
                .contains("null");
    }

    @Test
    void aBatchThatComesTwiceIsJudgedAlike() {
        take(TOPIC, RIGHT);
        take(TOPIC, RIGHT);
        assertThat(take(MANIFEST, RIGHT).failure()).isNull();
        take(TOPIC, RIGHT);
        assertThat(take(MANIFEST, RIGHT).failure()).isNull();
    }

    @Test
    void nothingIsSaidOfOneWhoseTopicsCameBeforeThisLife() {
        assertThat(take(MANIFEST, RIGHT)).isNull();
    }

    @Test
    void nothingIsSaidOfOneThatIsOld() {
        now = SENT.plus(Duration.ofMinutes(11));

        assertThat(take(TOPIC, RIGHT)).isNull();
        assertThat(take(MANIFEST, RIGHT)).isNull();
        assertThat(judge.refused(marked(MANIFEST.toHeaders(), RIGHT), "empty")).isNull();
    }

    @Test
    void whatCannotBeReadIsAFailure() {
        assertThat(judge.take(marked(TOPIC.toHeaders(), RIGHT), new byte[] {'{'})
                        .failure())
                .startsWith("unreadable");
    }

    private CanaryJudge.Verdict take(Topic topic, String mark) {
        return judge.take(marked(topic.toHeaders(), mark), Json.bytes(topic));
    }

    private CanaryJudge.Verdict take(PageParsed manifest, String mark) {
        return judge.take(marked(manifest.toHeaders(), mark), Json.bytes(manifest));
    }

    private static Map<String, String> marked(Map<String, String> headers, String mark) {
        Map<String, String> marked = new LinkedHashMap<>(headers);
        marked.put("ce_canary", mark);
        return marked;
    }
}
