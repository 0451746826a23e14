package org.jdfwire.fetcher.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.fetcher.ledger.PageHistory.Place;
import org.junit.jupiter.api.Test;

class PageHistoryTest {
    private static final PageHistory EMPTY = new PageHistory(List.of());

    private final List<Place> places = new ArrayList<>();
    private PageHistory history = EMPTY;

    /** Bytes, named by a letter, and the second in which they were captured. */
    record Captured(char bytes, int second) {}

    @Test
    void aCaptureBetweenTwoSightsOfOtherBytesIsOldAndSplitsThem() {
        place('a', 1);
        place('a', 9);
        place('b', 5);
        place('b', 5);
        place('a', 9);
        place('a', 1);

        assertThat(places).containsExactly(Place.NEWEST, Place.KNOWN, Place.OLD, Place.KNOWN, Place.KNOWN, Place.KNOWN);
        assertThat(history.present()).isEqualTo(sha('a'));
        assertThat(history.sightings()).hasSize(3);
    }

    @Test
    void theSameBytesAsBeforeAreKnownAndTheSameAsAfterWereThereEarlier() {
        place('b', 5);
        place('b', 3);
        place('b', 8);
        place('b', 4);
        place('a', 1);

        assertThat(places).containsExactly(Place.NEWEST, Place.OLD, Place.KNOWN, Place.KNOWN, Place.OLD);
    }

    @Test
    void anOldCaptureIsFollowedByTheNextLook() {
        history = history.seenNow(sha('a'), at(2)).confirmed(at(9)).seenNow(sha('b'), at(20));

        assertThat(history.place(sha('c'), at(1)).next()).isEqualTo(new Look(at(2), sha('a')));
        assertThat(history.place(sha('c'), at(5)).next()).isEqualTo(new Look(at(9), sha('a')));
        assertThat(history.place(sha('c'), at(12)).next()).isEqualTo(new Look(at(20), sha('b')));
        assertThat(history.place(sha('c'), at(30)).next()).isNull();
    }

    @Test
    void ofTwoCapturesOfOneSecondTheFirstToComeIsThePresent() {
        place('a', 1);
        place('b', 1);
        place('b', 1);
        place('a', 1);

        assertThat(places).containsExactly(Place.NEWEST, Place.OLD, Place.KNOWN, Place.KNOWN);
        assertThat(history.present()).isEqualTo(sha('a'));
    }

    @Test
    void aLookAtThePageItselfIsTheLatestEvenWhereTheClockWasSetBack() {
        history = history.seenNow(sha('a'), at(9)).seenNow(sha('b'), at(5));

        assertThat(history.present()).isEqualTo(sha('b'));
    }

    @Test
    void forgetsTheOldestOfVeryMany() {
        for (int i = 0; i < 3 * FetchRecord.MOST_SIGHTINGS; i++) {
            place((char) ('a' + i % 2), i);
        }

        assertThat(history.sightings()).hasSize(FetchRecord.MOST_SIGHTINGS);
        assertThat(history.present()).isEqualTo(sha('b'));
    }

    @Test
    void countsManyCapturesOfTheSameBytesAsOneBeforeItForgetsAny() {
        place('a', 0);
        for (int i = 1; i < 3 * FetchRecord.MOST_SIGHTINGS; i++) {
            place('b', i);
        }
        places.clear();
        place('a', 0);
        place('b', 7);

        assertThat(places).containsExactly(Place.KNOWN, Place.KNOWN);
    }

    @Property(tries = 500)
    void inAnyOrderThePresentIsTheLatestAndTheSameAgainIsKnown(@ForAll("captures") List<Captured> captures) {
        PageHistory placed = EMPTY;
        for (Captured capture : captures) {
            placed = placed.place(sha(capture.bytes()), at(capture.second())).history();
        }

        Captured latest =
                captures.stream().max(Comparator.comparing(Captured::second)).orElseThrow();
        assertThat(placed.present()).isEqualTo(sha(latest.bytes()));
        assertThat(placed.sightings())
                .isSortedAccordingTo(Comparator.comparing(org.jdfwire.contracts.page.Sighting::from));
        for (Captured capture : captures) {
            PageHistory.Placed again = placed.place(sha(capture.bytes()), at(capture.second()));
            assertThat(again.place()).isEqualTo(Place.KNOWN);
        }
    }

    @Provide
    Arbitrary<List<Captured>> captures() {
        return Combinators.combine(
                        Arbitraries.chars().range('a', 'c'),
                        Arbitraries.integers().between(0, 20))
                .as(Captured::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15)
                .map(PageHistoryTest::oneASecond);
    }

    private static List<Captured> oneASecond(List<Captured> captures) {
        TreeMap<Integer, Captured> seconds = new TreeMap<>();
        captures.forEach(capture -> seconds.put(capture.second(), capture));
        return captures.stream()
                .map(capture -> seconds.get(capture.second()))
                .distinct()
                .toList();
    }

    private void place(char bytes, int second) {
        PageHistory.Placed placed = history.place(sha(bytes), at(second));
        places.add(placed.place());
        history = placed.history();
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private static String sha(char bytes) {
        return String.valueOf(bytes).repeat(64);
    }
}
