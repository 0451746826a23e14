package org.jdfwire.store.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.EVENING;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NEXT_PARSER;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.manifest;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

class ChangeRulesTest {
    private static final PageRef V1 = page(133, 1, MORNING, "v1");
    private static final PageRef V2 = page(133, 2, NOON, "v2");
    private static final PageRef V3 = page(133, 3, EVENING, "v3");

    private final Ledger ledger = new Ledger(List.of(), List.of(), List.of());
    private final Chain chain = new Chain(null, null);
    private long offset;

    @Test
    void publishesAnIssueBeforeItsFirstTopic() {
        List<Change> changes = take(topic(133, "germany", V1, PARSER, "One."));

        assertThat(types(changes)).containsExactly(ChangeType.ISSUE_PUBLISHED, ChangeType.TOPIC_CREATED);
        assertThat(changes.get(0).key()).isEqualTo("jdf-133");
        assertThat(changes.get(0).issue().firstSeenAt()).isEqualTo(MORNING);
        assertThat(changes).extracting(change -> change.cursor().n()).containsExactly(0, 1);
        assertThat(changes)
                .extracting(Change::id)
                .containsExactly("jdf-133-topics-germany@1.1#0", "jdf-133-topics-germany@1.1#1");
    }

    @Test
    void publishesAnIssueWhoseFirstPageHoldsNoTopics() {
        assertThat(types(take(manifest(133, V1, PARSER)))).containsExactly(ChangeType.ISSUE_PUBLISHED);
    }

    @Test
    void saysNothingWhenTheSameContentComesAgain() {
        take(topic(133, "germany", V1, PARSER, "One."));

        assertThat(take(topic(133, "germany", V2, PARSER, "One."))).isEmpty();
    }

    @Test
    void namesOnlyTheParagraphThatChanged() {
        take(topic(133, "germany", V1, PARSER, "One.", "Two.", "Three."));

        List<Change> changes = take(topic(133, "germany", V2, PARSER, "One.", "Two, corrected.", "Three."));

        assertThat(types(changes)).containsExactly(ChangeType.TOPIC_REVISED);
        assertThat(changes.get(0).patch())
                .hasToString("[{\"op\":\"replace\",\"path\":\"/paragraphs/1\",\"value\":\"Two, corrected.\"}]");
    }

    @Test
    void withdrawsATopicTheNewPageNoLongerLists() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(topic(133, "france", V1, PARSER, "Un."));
        take(manifest(133, V1, PARSER, "germany", "france"));

        List<Change> changes = take(manifest(133, V2, PARSER, "france"));

        assertThat(types(changes)).containsExactly(ChangeType.TOPIC_WITHDRAWN);
        assertThat(changes.get(0).topic().paragraphs()).containsExactly("One.");
        assertThat(changes.get(0).page()).isEqualTo(V2);
        assertThat(changes.get(0).patch()).isNull();
    }

    @Test
    void anOlderManifestWithdrawsNothing() {
        take(topic(133, "germany", V2, PARSER, "One."));
        take(manifest(133, V2, PARSER, "germany"));

        assertThat(take(manifest(133, V1, PARSER))).isEmpty();
        assertThat(take(manifest(133, V3, PARSER, "germany"))).isEmpty();
    }

    @Test
    void restoresAWithdrawnTopicWithWhatDiffers() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        take(manifest(133, V2, PARSER));

        List<Change> changes = take(topic(133, "germany", V3, PARSER, "One, again."));

        assertThat(types(changes)).containsExactly(ChangeType.TOPIC_RESTORED);
        assertThat(changes.get(0).patch())
                .hasToString("[{\"op\":\"replace\",\"path\":\"/paragraphs/0\",\"value\":\"One, again.\"}]");
    }

    @Test
    void restoresAnUnchangedTopicWithoutAPatch() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        take(manifest(133, V2, PARSER));

        List<Change> changes = take(topic(133, "germany", V3, PARSER, "One."));

        assertThat(types(changes)).containsExactly(ChangeType.TOPIC_RESTORED);
        assertThat(changes.get(0).patch()).isNull();
    }

    @Test
    void tellsAnotherParserFromAnotherPage() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));

        assertThat(types(take(topic(133, "germany", V1, NEXT_PARSER, "One", "."))))
                .containsExactly(ChangeType.TOPIC_REPARSED);
    }

    @Test
    void tellsAnotherParserEvenWhereNewerBytesHadLeftTheTopicAsItWas() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        take(topic(133, "germany", V2, PARSER, "One."));
        take(manifest(133, V2, PARSER, "germany"));

        assertThat(types(take(topic(133, "germany", V2, NEXT_PARSER, "One", "."))))
                .containsExactly(ChangeType.TOPIC_REPARSED);
    }

    @Test
    void withdrawsWhatANewParserNoLongerFindsOnTheSamePage() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));

        assertThat(types(take(manifest(133, V1, NEXT_PARSER)))).containsExactly(ChangeType.TOPIC_WITHDRAWN);
    }

    @Test
    void anOlderCaptureEntersTheHistoryAndLeavesThePresentAlone() {
        take(topic(133, "germany", V2, PARSER, "Corrected."));
        take(manifest(133, V2, PARSER, "germany"));

        List<Change> changes = take(topic(133, "germany", V1, PARSER, "As it was first."));

        assertThat(types(changes)).containsExactly(ChangeType.TOPIC_BACKFILLED);
        assertThat(changes.get(0).observedAt()).isEqualTo(MORNING);
        assertThat(ledger.topic("jdf-133-topics-germany").topic().paragraphs()).containsExactly("Corrected.");
        assertThat(take(topic(133, "germany", V3, PARSER, "Corrected."))).isEmpty();
    }

    @Test
    void anOlderCaptureEntersTheHistoryOnce() {
        take(topic(133, "germany", V2, PARSER, "Corrected."));
        take(topic(133, "germany", V1, PARSER, "As it was first."));

        assertThat(take(topic(133, "germany", V1, PARSER, "As it was first."))).isEmpty();
        assertThat(take(topic(133, "germany", V1, PARSER, "Corrected."))).isEmpty();
    }

    @Test
    void aTopicSeenOnlyInAnOlderCaptureIsNotThereNow() {
        take(topic(133, "germany", V2, PARSER, "One."));
        take(manifest(133, V2, PARSER, "germany"));

        List<Change> changes = take(topic(133, "france", V1, PARSER, "Un."));

        assertThat(types(changes)).containsExactly(ChangeType.TOPIC_BACKFILLED);
        assertThat(ledger.topic("jdf-133-topics-france").withdrawn()).isTrue();
        assertThat(types(take(topic(133, "france", V3, PARSER, "Un.")))).containsExactly(ChangeType.TOPIC_RESTORED);
    }

    @Test
    void whatScrollsOutOfAPartialListIsNotWithdrawn() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(partial(manifest(133, V1, PARSER, "germany")));

        assertThat(take(partial(manifest(133, V2, PARSER)))).isEmpty();
        assertThat(ledger.topic("jdf-133-topics-germany").withdrawn()).isFalse();
    }

    @Test
    void whatAnOlderPartialListHeldIsThereStill() {
        take(topic(133, "germany", V2, PARSER, "One."));
        take(partial(manifest(133, V2, PARSER, "germany")));

        List<Change> changes = take(topic(133, "france", V1, PARSER, "Un."));

        assertThat(types(changes)).containsExactly(ChangeType.TOPIC_CREATED);
        assertThat(types(take(topic(133, "germany", V1, PARSER, "Eins."))))
                .containsExactly(ChangeType.TOPIC_BACKFILLED);
    }

    @Test
    void aCaptureBetweenTwoSightsOfThePresentBytesIsOlderThanThePresent() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        // V1's bytes were seen again in the evening, which made no version
        PageRef noon = supersededBy(V1, V2);

        assertThat(types(take(topic(133, "germany", noon, PARSER, "Two."))))
                .containsExactly(ChangeType.TOPIC_BACKFILLED);
        assertThat(take(manifest(133, noon, PARSER))).isEmpty();
        assertThat(ledger.topic("jdf-133-topics-germany").topic().paragraphs()).containsExactly("One.");
    }

    @Test
    void aCaptureSupersededByBytesThatNobodyCouldReadIsThePresent() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));

        assertThat(types(take(topic(133, "germany", supersededBy(V3, V2), PARSER, "Two."))))
                .containsExactly(ChangeType.TOPIC_REVISED);
    }

    @Test
    void chainsEachChangeToTheOneBefore() {
        Change first = take(topic(133, "germany", V1, PARSER, "One.")).get(1);
        Change second = take(topic(133, "germany", V2, PARSER, "Two.")).get(0);

        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(second.hash()).isEqualTo(second.computedHash());
    }

    private List<Change> take(Topic topic) {
        String id = topic.topicId() + "@" + topic.page().version() + "."
                + topic.parser().version();
        return chain.append(
                ledger, new JournalEvent.TopicRead(envelope(id, topic.page().fetchedAt()), topic));
    }

    private List<Change> take(PageParsed manifest) {
        String id = manifest.page().url() + "@" + manifest.page().version();
        return chain.append(
                ledger, new JournalEvent.PageRead(envelope(id, manifest.page().fetchedAt()), manifest));
    }

    private static PageParsed partial(PageParsed complete) {
        return new PageParsed(
                complete.publication(),
                complete.issue(),
                complete.section(),
                complete.page(),
                complete.parser(),
                complete.topicIds(),
                Boolean.TRUE,
                complete.encoding());
    }

    private static PageRef supersededBy(PageRef later, PageRef page) {
        return new PageRef(page.url(), page.version(), page.sha256(), page.fetchedAt(), later.sha256());
    }

    private JournalEvent.Envelope envelope(String id, Instant observedAt) {
        return new JournalEvent.Envelope(Cursor.of(0, offset++, 0), id, Instant.EPOCH, observedAt);
    }

    private static List<ChangeType> types(List<Change> changes) {
        return changes.stream().map(Change::type).toList();
    }
}
