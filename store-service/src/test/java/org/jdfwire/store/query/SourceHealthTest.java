package org.jdfwire.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.EVENING;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.store.Fetched;
import org.jdfwire.store.projection.FetchDocument;
import org.junit.jupiter.api.Test;

class SourceHealthTest {
    private static final String SECOND_START = Fetched.START + "second.html";
    private static final String ISSUE = Fetched.START + "no133/topics.html";

    @Test
    void theStartPageDecidesAndTheOtherPagesOnlyCount() {
        SourceHealth jdf = health(
                Fetched.startPage(Outcome.CHALLENGED, MORNING, NOON),
                Fetched.page(ISSUE, 1, Outcome.NOT_MODIFIED, NOON, EVENING, 2),
                Fetched.page(ISSUE + "?", 1, Outcome.UNREACHABLE, NOON, EVENING, 0),
                Fetched.page(ISSUE + "??", 1, null, NOON, NOON, 0));

        assertThat(jdf)
                .isEqualTo(new SourceHealth(
                        "jdf",
                        "site",
                        Outcome.CHALLENGED,
                        MORNING,
                        MORNING,
                        "CHALLENGED at " + Fetched.START,
                        EVENING,
                        NOON.plus(Duration.ofMinutes(10)),
                        4,
                        1,
                        Map.of(Outcome.CHALLENGED, 1, Outcome.NOT_MODIFIED, 1, Outcome.UNREACHABLE, 1)));
    }

    @Test
    void aSourceWhoseStartPageIsThereIsHealthyThoughOthersAreChallenged() {
        SourceHealth jdf = health(
                Fetched.startPage(Outcome.NOT_MODIFIED, MORNING, NOON),
                Fetched.page(ISSUE, 1, Outcome.CHALLENGED, MORNING, NOON, 0));

        assertThat(jdf.outcome()).isEqualTo(Outcome.NOT_MODIFIED);
        assertThat(jdf.challengedSince()).isNull();
        assertThat(jdf.detail()).isNull();
        assertThat(jdf.outcomes()).containsEntry(Outcome.CHALLENGED, 1);
    }

    @Test
    void theWorstOfSeveralStartPagesCountsAndTellsWhy() {
        SourceHealth jdf = health(
                Fetched.startPage(Outcome.THROTTLED, MORNING, EVENING),
                Fetched.page(SECOND_START, 0, Outcome.UNREACHABLE, NOON, NOON, 1),
                Fetched.page(SECOND_START + "?", 0, Outcome.FETCHED, NOON, EVENING, 1));

        assertThat(jdf.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(jdf.since()).isEqualTo(NOON);
        assertThat(jdf.detail()).isEqualTo("UNREACHABLE at " + SECOND_START);
    }

    @Test
    void aFailureLastsSinceTheFirstStartPageCameToIt() {
        SourceHealth jdf = health(
                Fetched.startPage(Outcome.CHALLENGED, NOON, EVENING),
                Fetched.page(SECOND_START, 0, Outcome.CHALLENGED, MORNING, NOON, 0));

        assertThat(jdf.since()).isEqualTo(MORNING);
        assertThat(jdf.challengedSince()).isEqualTo(MORNING);
        assertThat(jdf.detail()).as("the newest").isEqualTo("CHALLENGED at " + Fetched.START);
    }

    @Test
    void aStartPageThatMovedLeavesTheWordToTheOneItMovedTo() {
        FetchRecord moved = Fetched.startPage(Outcome.GONE, MORNING, EVENING);

        assertThat(health(moved, Fetched.page(SECOND_START, 0, Outcome.UNCHANGED, NOON, NOON, 1))
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(health(moved, Fetched.page(SECOND_START, 0, Outcome.CHALLENGED, NOON, NOON, 1))
                        .outcome())
                .isEqualTo(Outcome.CHALLENGED);
        assertThat(health(moved).outcome()).isEqualTo(Outcome.GONE);
    }

    @Test
    void theNewestOfTheSuccessesCounts() {
        SourceHealth inbox = SourceHealth.of(
                "inbox",
                List.of(
                        FetchDocument.of(0, Fetched.file(ISSUE, Outcome.UNCHANGED, EVENING)),
                        FetchDocument.of(1, Fetched.file(SECOND_START, Outcome.FETCHED, NOON))));

        assertThat(inbox.kind()).isEqualTo("inbox");
        assertThat(inbox.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(inbox.lastSuccessAt()).isEqualTo(EVENING);
        assertThat(inbox.nextPollAt()).as("nobody polls an inbox").isNull();
        assertThat(inbox.pagesPublished()).isEqualTo(2);
    }

    @Test
    void aSourceThatWasNeverAskedHasNoOutcome() {
        SourceHealth jdf = health(Fetched.startPage(null, MORNING, MORNING));

        assertThat(jdf.outcome()).isNull();
        assertThat(jdf.since()).isNull();
        assertThat(jdf.lastSuccessAt()).isNull();
        assertThat(jdf.pagesKnown()).isOne();
        assertThat(jdf.outcomes()).isEmpty();
    }

    @Test
    void everyFailureButGoneHasItsPlaceInTheOrder() {
        Set<Outcome> failures = EnumSet.allOf(Outcome.class);
        failures.removeIf(outcome -> outcome.isSuccess() || outcome == Outcome.GONE);

        assertThat(SourceHealth.WORST_FIRST).containsExactlyInAnyOrderElementsOf(failures);
    }

    private static SourceHealth health(FetchRecord... pages) {
        return SourceHealth.of(
                "jdf",
                Arrays.stream(pages).map(page -> FetchDocument.of(0, page)).toList());
    }
}
