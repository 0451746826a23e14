package org.jdfwire.fetcher.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Target PAGE = Target.of(HttpUrl.parse("https://www.mod.go.jp/en/jdf/"), 0);
    private static final Target LINK = Target.of(HttpUrl.parse("https://www.mod.go.jp/e/jdf/no1/a.html"), 1);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final InMemoryLog log = new InMemoryLog();
    private final Ledger ledger = new Ledger(log, new OutcomeCounter(registry));

    @Test
    void countsVersionsOnlyWhileBytesChange() {
        ledger.record(List.of(polled("one", 0)));
        ledger.record(List.of(polled("one", 1)));
        ledger.record(List.of(polled("two", 2)));
        ledger.record(List.of(polled("one", 3)));

        assertThat(log.pages()).extracting(entry -> entry.record().version()).containsExactly(1, 2, 3);
        assertThat(count(Outcome.FETCHED)).isEqualTo(3);
        assertThat(count(Outcome.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void writesThePageItsRecordAndTheLinksItFoundTogether() {
        ledger.record(List.of(polled("one", 0, LINK)));

        assertThat(log.batches()).singleElement().satisfies(batch -> {
            assertThat(batch).extracting(entry -> entry.record().url()).containsExactly(PAGE.url(), LINK.url());
            FetchRecord found = batch.get(1).record();
            assertThat(found.outcome()).isNull();
            assertThat(found.nextAt()).isEqualTo(NOON);
            assertThat(found.fetchUrl()).isEqualTo("https://www.mod.go.jp/e/jdf/no1/a.html");
        });
        ledger.record(List.of(polled("two", 1, LINK)));
        assertThat(log.batches().get(1)).hasSize(1);
    }

    @Test
    void keepsSinceWhileTheOutcomeStaysAndValidatorsThroughFailures() {
        ledger.record(List.of(polled("one", 0)));
        ledger.record(List.of(failed(Outcome.CHALLENGED, 1)));
        ledger.record(List.of(failed(Outcome.CHALLENGED, 2)));

        assertThat(known(PAGE)).satisfies(record -> {
            assertThat(record.since()).isEqualTo(NOON.plusSeconds(1));
            assertThat(record.at()).isEqualTo(NOON.plusSeconds(2));
            assertThat(record.lastSuccessAt()).isEqualTo(NOON);
            assertThat(record.etag()).isEqualTo("\"one\"");
        });
        ledger.record(List.of(polled("one", 3)));
        assertThat(known(PAGE).since()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void aClockSetBackBreaksNothing() {
        ledger.record(List.of(failed(Outcome.GONE, 10)));
        ledger.record(List.of(failed(Outcome.GONE, 5)));

        assertThat(known(PAGE).since()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void aFileOfAPolledPageGivesBytesAndLeavesThePollingVisible() {
        ledger.record(List.of(polled("one", 0)));
        ledger.record(List.of(failed(Outcome.CHALLENGED, 1)));
        ledger.record(List.of(file("saved", 2)));

        assertThat(log.pages()).hasSize(2);
        assertThat(known(PAGE)).satisfies(record -> {
            assertThat(record.source()).isEqualTo("jdf");
            assertThat(record.outcome()).isEqualTo(Outcome.CHALLENGED);
            assertThat(record.since()).isEqualTo(NOON.plusSeconds(1));
            assertThat(record.nextAt()).isNotNull();
            assertThat(record.version()).isEqualTo(2);
            assertThat(record.etag()).as("belongs to other bytes").isNull();
        });
    }

    @Test
    void aPageThatCameAsAFileIsPolledOnceALinkLeadsToIt() {
        ledger.record(List.of(file("saved", 0)));
        assertThat(known(PAGE).nextAt()).isNull();

        Attempt other = new Attempt(
                LINK, "jdf", "site", Outcome.GONE, null, NOON.plusSeconds(1), NOON.plusSeconds(9), null, List.of(PAGE));
        ledger.record(List.of(other));

        assertThat(known(PAGE)).satisfies(record -> {
            assertThat(record.nextAt()).isEqualTo(NOON.plusSeconds(1));
            assertThat(record.version()).isEqualTo(1);
        });
    }

    @Test
    void readsTheLogAgainWhenItDoesNotKnowWhatWasWritten() {
        ledger.record(List.of(polled("one", 0)));
        log.failNext(InMemoryLog.Failure.WRITTEN_BUT_NOT_SAID);
        assertThatIllegalStateException().isThrownBy(() -> ledger.record(List.of(polled("two", 1))));

        ledger.record(List.of(polled("two", 2)));

        assertThat(log.pages()).extracting(entry -> entry.record().version()).containsExactly(1, 2);
        assertThat(log.reads()).isEqualTo(2);
    }

    @Test
    void forgetsAnAttemptThatWasNotWritten() {
        log.failNext(InMemoryLog.Failure.NOT_WRITTEN);
        assertThatIllegalStateException().isThrownBy(() -> ledger.record(List.of(polled("one", 0))));

        assertThat(ledger.find(PAGE.url())).isNull();
        assertThat(count(Outcome.FETCHED)).isZero();
    }

    @Test
    void anAttemptOfPollingIsBoundToWhatItBeganWith() {
        ledger.record(List.of(polled("one", 0)));
        FetchRecord before = known(PAGE);
        ledger.record(List.of(file("saved", 1)));

        assertThat(ledger.record(polled("one", 2), before)).isFalse();
        assertThat(log.pages()).hasSize(2);
        assertThat(ledger.record(polled("two", 3), known(PAGE))).isTrue();
    }

    @Test
    void anAttemptIsDroppedWhenItsPartitionWasGivenUpMeanwhile() {
        ledger.record(List.of(polled("one", 0)));
        ledger.release(0);

        assertThat(ledger.record(polled("two", 1), known(PAGE))).isFalse();
        assertThat(log.reads()).as("claims").isEqualTo(1);
    }

    @Test
    void readsAgainWhatAnotherInstanceWrote() {
        ledger.record(List.of(polled("one", 0)));
        ledger.heard(0, known(PAGE));
        ledger.record(List.of(polled("two", 1)));
        assertThat(log.reads()).as("claims, its own writing being no news").isEqualTo(1);

        Ledger other = new Ledger(log, new OutcomeCounter(new SimpleMeterRegistry()));
        other.record(List.of(file("saved", 2)));
        ledger.heard(0, known(PAGE));

        assertThat(ledger.find(PAGE.url())).isEqualTo(known(PAGE));
        ledger.record(List.of(polled("three", 3)));
        assertThat(log.pages()).extracting(entry -> entry.record().version()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aThrottlingHostIsLeftAloneByAllAndAChallengingOneByTheSourceItChallenged() {
        Target feed = Target.of(HttpUrl.parse("https://www.mod.go.jp/j/rss/news.xml"), 0);
        ledger.adopt("news", "rss", List.of(feed), NOON);
        ledger.record(List.of(polled("one", 0, LINK)));
        ledger.record(List.of(failed(Outcome.CHALLENGED, 10)));

        assertThat(readyAt("jdf")).containsOnly(NOON.plusSeconds(610));
        assertThat(readyAt("news")).containsOnly(NOON);
        ledger.record(List.of(failed(Outcome.THROTTLED, 20)));
        assertThat(readyAt("news")).containsOnly(NOON.plusSeconds(620));
    }

    @Test
    void aWishMakesTheFirstPagesOfItsSourceDueAndLeavesTheRestAsItIs() {
        Target feed = Target.of(HttpUrl.parse("https://www.mod.go.jp/j/rss/news.xml"), 0);
        ledger.adopt("news", "rss", List.of(feed), NOON);
        ledger.record(List.of(polled("one", 0, LINK)));
        FetchRecord before = known(PAGE);
        FetchRecord linked = known(LINK);
        Instant wish = NOON.plusSeconds(30);
        ledger.wish("jdf", List.of(0), record -> true, wish);
        ledger.wish("jdf", List.of(0), record -> true, wish);

        assertThat(known(PAGE).nextAt()).isEqualTo(wish);
        assertThat(known(PAGE).pollRequestedAt()).isEqualTo(wish);
        assertThat(known(PAGE))
                .usingRecursiveComparison()
                .ignoringFields("nextAt", "pollRequestedAt")
                .isEqualTo(before);
        assertThat(known(LINK)).as("a page further on").isEqualTo(linked);
        assertThat(known(feed).pollRequestedAt()).as("another source's page").isNull();
        assertThat(log.batches()).as("the same wish again writes nothing").hasSize(3);

        ledger.record(List.of(file("two", 40)));
        assertThat(known(PAGE).pollRequestedAt())
                .as("a file is no answer to it")
                .isEqualTo(wish);
        ledger.record(List.of(polled("two", 50)));
        assertThat(known(PAGE).pollRequestedAt()).isNull();
    }

    @Test
    void aWishAsksAChallengingHostOnceAndNotAgainUntilTheNextCycle() {
        Target second = Target.of(HttpUrl.parse("https://www.mod.go.jp/en/jdf/list.html"), 0);
        ledger.adopt("jdf", "site", List.of(second), NOON);
        ledger.record(List.of(polled("one", 0)));
        ledger.record(List.of(failed(Outcome.CHALLENGED, 10)));
        Instant wish = NOON.plusSeconds(30);
        ledger.wish("jdf", List.of(0), record -> true, wish);
        assertThat(readyAt("jdf")).as("both pages it begins with").containsOnly(wish);

        ledger.record(List.of(failed(Outcome.CHALLENGED, 40)));
        assertThat(readyAt("jdf")).containsOnly(NOON.plusSeconds(640));
        assertThat(known(second).pollRequestedAt())
                .as("it was wished, and that is used up")
                .isEqualTo(wish);
        assertThat(known(second).nextAt()).as("as the store shows it").isEqualTo(NOON.plusSeconds(640));

        ledger.release(0);
        assertThat(readyAt("jdf")).as("another instance sees it alike").containsOnly(NOON.plusSeconds(640));
        ledger.wish("jdf", List.of(0), record -> true, NOON.plusSeconds(50));
        assertThat(readyAt("jdf")).as("a new wish").contains(NOON.plusSeconds(50));
    }

    @Test
    void aChallengePutsOffOnlyWhatWasWishedOfItsOwnHostAndSource() {
        Target otherHost = Target.of(HttpUrl.parse("https://example.org/"), 0);
        Target otherSource = Target.of(HttpUrl.parse("https://www.mod.go.jp/en/news.xml"), 0);
        Target unwished = Target.of(HttpUrl.parse("https://www.mod.go.jp/en/jdf/no1/"), 1);
        ledger.adopt("jdf", "site", List.of(PAGE, otherHost, unwished), NOON);
        ledger.adopt("mod-news", "rss", List.of(otherSource), NOON);
        Instant wish = NOON.plusSeconds(30);
        ledger.wish("jdf", List.of(0), record -> true, wish);
        ledger.wish("mod-news", List.of(0), record -> true, wish);

        ledger.record(List.of(failed(Outcome.CHALLENGED, 40)));

        assertThat(known(otherHost).nextAt()).isEqualTo(wish);
        assertThat(known(otherSource).nextAt()).isEqualTo(wish);
        assertThat(known(unwished).nextAt()).isEqualTo(NOON);
        assertThat(known(PAGE).nextAt()).isEqualTo(NOON.plusSeconds(640));
    }

    @Test
    void onlyAChallengePutsOffWhatWasWishedAndNothingIsBroughtForward() {
        Target second = Target.of(HttpUrl.parse("https://www.mod.go.jp/en/jdf/list.html"), 0);
        Target throttled = Target.of(HttpUrl.parse("https://www.mod.go.jp/en/jdf/slow.html"), 0);
        ledger.adopt("jdf", "site", List.of(PAGE, second, throttled), NOON);
        Instant rest = NOON.plusSeconds(3_600);
        ledger.record(List.of(new Attempt(
                throttled, "jdf", "site", Outcome.THROTTLED, null, NOON.plusSeconds(1), rest, null, List.of())));
        Instant wish = NOON.plusSeconds(30);
        ledger.wish("jdf", List.of(0), record -> true, wish);

        ledger.record(List.of(failed(Outcome.SERVER_ERROR, 40)));
        assertThat(known(second).nextAt()).as("after an error").isEqualTo(wish);
        ledger.record(List.of(failed(Outcome.CHALLENGED, 20)));
        assertThat(known(second).nextAt())
                .as("after a challenge before the wish")
                .isEqualTo(wish);
        ledger.record(List.of(failed(Outcome.CHALLENGED, 50)));
        assertThat(known(second).nextAt()).isEqualTo(NOON.plusSeconds(650));
        assertThat(known(throttled).nextAt()).as("as the host wishes").isEqualTo(rest);
    }

    @Test
    void aWishDoesNotShortenTheRestThatAHostAskedFor() {
        ledger.record(List.of(polled("one", 0)));
        ledger.record(List.of(failed(Outcome.THROTTLED, 10)));
        ledger.wish("jdf", List.of(0), record -> true, NOON.plusSeconds(30));

        assertThat(readyAt("jdf")).containsOnly(NOON.plusSeconds(610));
        ledger.release(0);
        assertThat(readyAt("jdf")).as("read again from the log").containsOnly(NOON.plusSeconds(610));
        assertThat(known(PAGE).nextAt()).isEqualTo(NOON.plusSeconds(610));
    }

    @Test
    void whatIsNewGoesBeforeTheBackNumbers() {
        Target back = Target.of(HttpUrl.parse("https://www.mod.go.jp/e/jdf/no01/topics.html"), 1);
        ledger.adopt("jdf", "site", List.of(back), NOON);
        ledger.record(List.of(polled("one", 5, LINK)));

        assertThat(ledger.due("jdf", List.of(0), record -> true))
                .filteredOn(DuePage::isNew)
                .extracting(page -> page.record().url())
                .containsExactly(LINK.url());
        assertThat(ledger.progress("jdf", List.of(0))).isEqualTo(new Progress(1, 0, 2));
    }

    private List<Instant> readyAt(String source) {
        return ledger.due(source, List.of(0), record -> true).stream()
                .map(DuePage::readyAt)
                .toList();
    }

    private FetchRecord known(Target target) {
        return Objects.requireNonNull(log.readAll().get(target.url()));
    }

    private double count(Outcome outcome) {
        return registry.get("jdfwire.pages")
                .tag("outcome", outcome.label())
                .counter()
                .count();
    }

    private static Attempt polled(String body, int second, Target... links) {
        Instant at = NOON.plusSeconds(second);
        return attempt("jdf", Via.HTTP, body, at, at.plusSeconds(600), links);
    }

    private static Attempt file(String body, int second) {
        return attempt("inbox", Via.FILE, body, NOON.plusSeconds(second), null);
    }

    private static Attempt failed(Outcome outcome, int second) {
        Instant at = NOON.plusSeconds(second);
        return new Attempt(PAGE, "jdf", "site", outcome, null, at, at.plusSeconds(600), null, List.of());
    }

    private static Attempt attempt(
            String source, Via via, String body, Instant at, @Nullable Instant nextAt, Target... links) {
        Capture capture = new Capture(
                body.getBytes(StandardCharsets.UTF_8),
                via,
                PAGE.fetchUrl(),
                via == Via.HTTP ? 200 : null,
                "text/html",
                via == Via.HTTP ? '"' + body + '"' : null,
                null);
        return new Attempt(
                PAGE,
                source,
                source.equals("inbox") ? "inbox" : "site",
                Outcome.FETCHED,
                null,
                at,
                nextAt,
                capture,
                List.of(links));
    }
}
