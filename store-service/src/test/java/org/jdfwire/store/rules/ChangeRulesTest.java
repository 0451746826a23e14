package org.jdfwire.store.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

class ChangeRulesTest {
    private static final PageRef V1 = page(133, 1, MORNING, "v1");
    private static final PageRef V2 = page(133, 2, NOON, "v2");
    private static final PageRef V3 = page(133, 3, EVENING, "v3");
    private static final Instant NIGHT = EVENING.plusSeconds(3600);

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
        assertThat(take(manifest(133, noon, PARSER, "germany"))).isEmpty();
        assertThat(ledger.topic("jdf-133-topics-germany").topic().paragraphs()).containsExactly("One.");
    }

    @Test
    void anOlderCaptureHoldsUntilTheNextLook() {
        take(topic(133, "germany", V3, PARSER, "Three."));
        take(manifest(133, V3, PARSER, "germany"));

        Change first = take(topic(133, "germany", V1, PARSER, "One.")).get(0);
        take(manifest(133, V1, PARSER, "germany"));
        Change second = take(topic(133, "germany", V2, PARSER, "Two.")).get(0);

        assertThat(first.until()).isEqualTo(new Look(EVENING, V3.sha256()));
        assertThat(second.until()).isEqualTo(new Look(EVENING, V3.sha256()));
        assertThat(timeline("germany"))
                .extracting(Timeline.Stretch::from, Timeline.Stretch::sha256)
                .containsExactly(tuple(MORNING, V1.sha256()), tuple(NOON, V2.sha256()), tuple(EVENING, V3.sha256()));
    }

    @Test
    void theSameContentInAnOlderCaptureWasThereEarlierThanKnown() {
        take(topic(133, "germany", V2, PARSER, "One."));
        take(manifest(133, V2, PARSER, "germany"));

        assertThat(types(take(topic(133, "germany", V1, PARSER, "One.")))).containsExactly(ChangeType.TOPIC_BACKFILLED);
        assertThat(timeline("germany")).extracting(Timeline.Stretch::from).containsExactly(MORNING);
    }

    @Test
    void aCaptureInBetweenThatLacksATopicTellsOfItsAbsence() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        take(topic(133, "germany", V3, PARSER, "One."));
        take(manifest(133, V3, PARSER, "germany"));

        List<Change> changes = take(manifest(133, V2, PARSER));

        assertThat(types(changes)).containsExactly(ChangeType.TOPIC_BACKFILLED);
        assertThat(changes.get(0).isAbsence()).isTrue();
        assertThat(changes.get(0).until()).isEqualTo(new Look(EVENING, V3.sha256()));
        assertThat(timeline("germany"))
                .extracting(Timeline.Stretch::from, stretch -> stretch.contentHash() == null)
                .containsExactly(tuple(MORNING, false), tuple(NOON, true), tuple(EVENING, false));
        assertThat(ledger.topic("jdf-133-topics-germany").withdrawn()).isFalse();
        assertThat(take(manifest(133, V2, PARSER))).isEmpty();
    }

    @Test
    void whatOnlyOlderCapturesHadIsAbsentFromThoseBetweenThemToo() {
        PageRef v4 = page(133, 4, NIGHT, "v4");
        take(manifest(133, v4, PARSER));
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        take(topic(133, "germany", V3, PARSER, "One."));
        take(manifest(133, V3, PARSER, "germany"));

        take(manifest(133, V2, PARSER));

        assertThat(timeline("germany"))
                .extracting(Timeline.Stretch::from, stretch -> stretch.contentHash() == null)
                .containsExactly(tuple(MORNING, false), tuple(NOON, true), tuple(EVENING, false), tuple(NIGHT, true));
    }

    @Test
    void aLookAtBytesThatNobodyCouldReadEndsNothing() {
        take(topic(133, "germany", V3, PARSER, "Three."));
        take(manifest(133, V3, PARSER, "germany"));
        Look unread = new Look(NOON, V2.sha256());
        PageRef first = new PageRef(V1.url(), 4, V1.sha256(), MORNING, V3.sha256(), unread);

        assertThat(take(topic(133, "germany", first, PARSER, "One.")).get(0).until())
                .isEqualTo(new Look(EVENING, V3.sha256()));
    }

    @Test
    void bytesSeenAgainWithoutAVersionOfTheirOwnEndACaptureBeforeThem() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        PageRef v4 = page(133, 4, NIGHT.plusSeconds(3600), "v4");
        take(topic(133, "germany", v4, PARSER, "Four."));
        take(manifest(133, v4, PARSER, "germany"));
        Look again = new Look(EVENING, V1.sha256());
        PageRef noon = new PageRef(V2.url(), 5, V2.sha256(), NOON, v4.sha256(), again);

        assertThat(take(topic(133, "germany", noon, PARSER, "Two.")).get(0).until())
                .isEqualTo(again);
        assertThat(timeline("germany"))
                .extracting(Timeline.Stretch::from)
                .containsExactly(MORNING, NOON, EVENING, v4.fetchedAt());
    }

    @Test
    void aSightOnAnotherPageBeforeTheWithdrawalDoesNotBringATopicBack() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        take(manifest(133, V3, PARSER));
        PageRef twin = new PageRef("https://www.mod.go.jp/en/jdf/no133/twin.html", 1, V2.sha256(), NOON);

        assertThat(types(take(topic(133, "germany", twin, PARSER, "Two."))))
                .containsExactly(ChangeType.TOPIC_BACKFILLED);
        assertThat(ledger.topic("jdf-133-topics-germany").withdrawn()).isTrue();
    }

    @Test
    void aCaptureSupersededByBytesThatNobodyCouldReadIsThePresent() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));

        assertThat(types(take(topic(133, "germany", supersededBy(V3, V2), PARSER, "Two."))))
                .containsExactly(ChangeType.TOPIC_REVISED);
    }

    @Test
    void aTopicThatWasOnlyEverInASupersededCaptureIsRestoredWhenTheEarlierPresentVersionIsReadToHaveIt() {
        take(manifest(133, V1, PARSER));
        // V1's bytes were seen again in the evening, so this capture is older than the present and later than V1
        PageRef noon = supersededBy(V1, V2);
        take(topic(133, "germany", noon, PARSER, "One."));
        take(manifest(133, noon, PARSER, "germany"));

        assertThat(types(take(topic(133, "germany", V1, NEXT_PARSER, "One."))))
                .containsExactly(ChangeType.TOPIC_RESTORED);
    }

    @Test
    void anOlderObservationReadOnceMoreIsNoHistory() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        take(topic(133, "germany", V2, PARSER, "Two."));
        take(manifest(133, V2, PARSER, "germany"));

        assertThat(takeAgain(topic(133, "germany", V1, NEXT_PARSER, "One", ".")))
                .isEmpty();
        assertThat(types(takeAgain(topic(133, "germany", V2, NEXT_PARSER, "Two", "."))))
                .containsExactly(ChangeType.TOPIC_REPARSED);
    }

    @Test
    void aTopicThatStandsOnAnotherPageByNowIsNotTakenBackByItsOldPageReadOnceMore() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));
        PageRef other = new PageRef(V1.url() + "?2", 1, V2.sha256(), NOON);
        take(topic(133, "germany", other, PARSER, "Two."));

        assertThat(takeAgain(topic(133, "germany", V1, NEXT_PARSER, "One", ".")))
                .isEmpty();
    }

    @Test
    void whatAnOlderPartialListAloneHoldsIsReparsedAndNeverRevised() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(partial(manifest(133, V1, PARSER, "germany")));
        // the second list says of Germany what the first said, so the topic's own version is the first
        take(topic(133, "germany", V2, PARSER, "One."));
        take(partial(manifest(133, V2, PARSER, "germany")));
        take(partial(manifest(133, V3, PARSER)));

        assertThat(types(takeAgain(topic(133, "germany", V2, NEXT_PARSER, "One", "."))))
                .containsExactly(ChangeType.TOPIC_REPARSED);
    }

    @Test
    void whatANewerPageSaysIsRevisedAlsoWhereItsFirstReaderHadRefusedIt() {
        take(topic(133, "germany", V1, PARSER, "One."));
        take(manifest(133, V1, PARSER, "germany"));

        assertThat(types(takeAgain(topic(133, "germany", V2, NEXT_PARSER, "Two."))))
                .containsExactly(ChangeType.TOPIC_REVISED);
    }

    @Test
    void pagesReadOnceMoreInAnyOrderGiveTheBytesThatCameBackTheLastWord() {
        // the page went from A to B and back to A
        PageRef back = new PageRef(V1.url(), 3, V1.sha256(), EVENING);
        take(topic(133, "germany", V1, PARSER, "A."));
        take(manifest(133, V1, PARSER, "germany"));
        take(topic(133, "germany", V2, PARSER, "B."));
        take(manifest(133, V2, PARSER, "germany"));
        take(topic(133, "germany", back, PARSER, "A."));
        take(manifest(133, back, PARSER, "germany"));

        assertThat(takeAgain(topic(133, "germany", V2, NEXT_PARSER, "B", "."))).isEmpty();
        assertThat(types(takeAgain(topic(133, "germany", back, NEXT_PARSER, "A", "."))))
                .containsExactly(ChangeType.TOPIC_REPARSED);
        assertThat(takeAgain(topic(133, "germany", V1, NEXT_PARSER, "A", "."))).isEmpty();
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

    /** Takes a topic that a stored page was read into once more. */
    private List<Change> takeAgain(Topic topic) {
        JournalEvent.Envelope envelope = new JournalEvent.Envelope(
                Cursor.of(0, offset++, 0),
                "replayed-" + offset,
                Instant.EPOCH,
                topic.page().fetchedAt(),
                true);
        return chain.append(ledger, new JournalEvent.TopicRead(envelope, topic));
    }

    private List<Change> take(PageParsed manifest) {
        String id = manifest.page().url() + "@" + manifest.page().version();
        return chain.append(
                ledger, new JournalEvent.PageRead(envelope(id, manifest.page().fetchedAt()), manifest));
    }

    private List<Timeline.Stretch> timeline(String name) {
        return ledger.topic("jdf-133-topics-" + name).timeline().stretches();
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
        Look next = new Look(NIGHT, later.sha256());
        return new PageRef(page.url(), page.version(), page.sha256(), page.fetchedAt(), later.sha256(), next);
    }

    private JournalEvent.Envelope envelope(String id, Instant observedAt) {
        return new JournalEvent.Envelope(Cursor.of(0, offset++, 0), id, Instant.EPOCH, observedAt);
    }

    private static List<ChangeType> types(List<Change> changes) {
        return changes.stream().map(Change::type).toList();
    }
}
