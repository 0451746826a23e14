package org.jdfwire.fetcher.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.fetcher.http.Fetched;
import org.jdfwire.fetcher.source.Capture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevisitsTest {
    private static final String URL = "https://www.mod.go.jp/en/jdf/";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(24);

    private double random;
    private final Revisits revisits =
            new Revisits(new Politeness(SHORTEST, LONGEST, Duration.ofSeconds(2), 1), () -> random);

    @Test
    void beginsWithTheShortestInterval() {
        assertThat(revisits.interval(null, page("a"), false)).isEqualTo(SHORTEST);
        assertThat(revisits.interval(known(null), page("a"), false)).isEqualTo(SHORTEST);
    }

    @Test
    void comesLaterToWhatStaysAndSoonerToWhatChanges() {
        FetchRecord known = known(Duration.ofHours(2));

        assertThat(revisits.interval(known, page("known"), false)).isEqualTo(Duration.ofHours(3));
        assertThat(revisits.interval(known, page("new"), false)).isEqualTo(Duration.ofHours(1));
        assertThat(revisits.interval(known, without(Outcome.NOT_MODIFIED), false))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void staysWithinItsBounds() {
        assertThat(revisits.interval(known(LONGEST), page("known"), false)).isEqualTo(LONGEST);
        assertThat(revisits.interval(known(Duration.ofHours(23)), without(Outcome.GONE), false))
                .isEqualTo(LONGEST);
        assertThat(revisits.interval(known(SHORTEST), page("new"), false)).isEqualTo(SHORTEST);
        // the configuration may have become narrower since
        assertThat(revisits.interval(known(Duration.ofDays(9)), without(Outcome.CHALLENGED), false))
                .isEqualTo(LONGEST);
        assertThat(revisits.interval(known(Duration.ofSeconds(1)), without(Outcome.CHALLENGED), false))
                .isEqualTo(SHORTEST);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHALLENGED", "THROTTLED", "DISALLOWED"})
    void learnsNothingOfThePageFromAHostThatDoesNotLetItIn(Outcome outcome) {
        assertThat(revisits.interval(known(Duration.ofHours(2)), without(outcome), false))
                .isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @EnumSource(names = {"GONE", "UNREACHABLE", "SERVER_ERROR", "TOO_LARGE", "WRONG_TYPE", "REFUSED_ADDRESS"})
    void comesLaterToWhatCannotBeHad(Outcome outcome) {
        assertThat(revisits.interval(known(Duration.ofHours(2)), without(outcome), false))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void keepsStartPagesAtTheShortestInterval() {
        assertThat(revisits.interval(known(Duration.ofHours(2)), page("known"), true))
                .isEqualTo(SHORTEST);
    }

    @Test
    void spreadsPagesOutByUpToATenthOfTheInterval() {
        assertThat(revisits.next(NOON, Duration.ofHours(10), page("a"))).isEqualTo(NOON.plus(Duration.ofHours(10)));
        random = 0.5;
        assertThat(revisits.next(NOON, Duration.ofHours(10), page("a"))).isEqualTo(NOON.plus(Duration.ofMinutes(630)));
    }

    @Test
    void comesToAHostThatTurnedItAwayAfterTheShortestInterval() {
        assertThat(revisits.next(NOON, Duration.ofHours(10), without(Outcome.CHALLENGED)))
                .isEqualTo(NOON.plus(SHORTEST));
        assertThat(revisits.next(NOON, Duration.ofHours(10), without(Outcome.THROTTLED)))
                .isEqualTo(NOON.plus(SHORTEST));
        assertThat(revisits.next(NOON, Duration.ofHours(10), without(Outcome.UNREACHABLE)))
                .isEqualTo(NOON.plus(Duration.ofHours(10)));
    }

    @Test
    void comesNoSoonerThanTheHostWishes() {
        assertThat(revisits.next(NOON, SHORTEST, throttledUntil(NOON.plusSeconds(7200))))
                .isEqualTo(NOON.plusSeconds(7200));
        assertThat(revisits.next(NOON, SHORTEST, throttledUntil(NOON.plusSeconds(1))))
                .isEqualTo(NOON.plus(SHORTEST));
    }

    private static Fetched throttledUntil(Instant time) {
        return new Fetched(Outcome.THROTTLED, null, null, time, null);
    }

    private static Fetched without(Outcome outcome) {
        return new Fetched(outcome, null, null, null, null);
    }

    private static Fetched page(String body) {
        return new Fetched(Outcome.FETCHED, null, capture(body), null, null);
    }

    private static Capture capture(String body) {
        return new Capture(body.getBytes(StandardCharsets.UTF_8), Via.HTTP, URL, 200, "text/html", null, null);
    }

    private static FetchRecord known(Duration interval) {
        return new FetchRecord(
                URL,
                "jdf",
                "site",
                URL,
                1,
                Outcome.FETCHED,
                null,
                NOON,
                NOON,
                NOON,
                NOON,
                1,
                capture("known").sha256(),
                null,
                null,
                interval,
                List.of());
    }
}
