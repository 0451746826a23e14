package org.jdfwire.store.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.store.projection.FetchDocument;
import org.jspecify.annotations.Nullable;

/**
 * How one source fares, as {@code GET /v1/sources} shows it.
 *
 * <p>The pages nearest to the start decide the outcome, as everything hangs on them: the start pages of a site, the
 * document of a feed, the files of an inbox. Among them
 *
 * <ul>
 *   <li>the worst failure counts, in the order CHALLENGED, REFUSED_ADDRESS, DISALLOWED, WRONG_TYPE, TOO_LARGE (somebody
 *       has to look), then UNREACHABLE, SERVER_ERROR, THROTTLED (may pass by itself);
 *   <li>GONE counts only where all of them are gone: a start page that moved is GONE, and the one that it moved to is a
 *       start page too;
 *   <li>without a failure the newest success counts.
 * </ul>
 *
 * <p>The sum over {@code outcomes} and the pages that nobody asked for yet is {@code pagesKnown}. Other pages that fail
 * show there only.
 *
 * @param name of the source
 * @param kind of the source, as configured
 * @param outcome as above, or null where nothing was asked for yet
 * @param since when the first of the deciding pages came to that outcome and stayed there; null without an outcome
 * @param challengedSince the same while the source is challenged, null otherwise
 * @param detail why, in a sentence; null where the outcome says it all
 * @param lastSuccessAt when any page was last had, or null where none ever was
 * @param nextPollAt when the next page is due, or null where the source does not poll; long past, it says that nobody
 *     does
 * @param pagesKnown how many pages the source knows
 * @param pagesPublished how many of them have a version
 * @param outcomes how many pages ended in each outcome the last time
 */
public record SourceHealth(
        String name,
        String kind,
        @Nullable Outcome outcome,
        @Nullable Instant since,
        @Nullable Instant challengedSince,
        @Nullable String detail,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextPollAt,
        int pagesKnown,
        int pagesPublished,
        Map<Outcome, Integer> outcomes) {
    static final List<Outcome> WORST_FIRST = List.of(
            Outcome.CHALLENGED,
            Outcome.REFUSED_ADDRESS,
            Outcome.DISALLOWED,
            Outcome.WRONG_TYPE,
            Outcome.TOO_LARGE,
            Outcome.UNREACHABLE,
            Outcome.SERVER_ERROR,
            Outcome.THROTTLED);
    private static final Comparator<FetchDocument> BY_TIME =
            Comparator.comparing(FetchDocument::at).thenComparing(FetchDocument::id);

    /** Returns the health of a source; throws {@link java.util.NoSuchElementException} where it has no page. */
    static SourceHealth of(String name, List<FetchDocument> pages) {
        List<FetchDocument> nearest = nearestToTheStart(pages);
        Outcome outcome = outcomeOf(nearest);
        List<FetchDocument> deciding =
                nearest.stream().filter(page -> page.outcome() == outcome).toList();
        Instant since = present(deciding, FetchDocument::since)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new SourceHealth(
                name,
                pages.stream().max(BY_TIME).orElseThrow().kind(),
                outcome,
                since,
                outcome == Outcome.CHALLENGED ? since : null,
                deciding.stream()
                        .filter(page -> page.detail() != null)
                        .max(BY_TIME)
                        .map(FetchDocument::detail)
                        .orElse(null),
                present(pages, FetchDocument::lastSuccessAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                present(pages, FetchDocument::nextAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                pages.size(),
                (int) pages.stream().filter(page -> page.version() > 0).count(),
                count(pages));
    }

    private static List<FetchDocument> nearestToTheStart(List<FetchDocument> pages) {
        List<FetchDocument> asked =
                pages.stream().filter(page -> page.outcome() != null).toList();
        int least = asked.stream().mapToInt(FetchDocument::depth).min().orElse(0);
        return asked.stream().filter(page -> page.depth() == least).toList();
    }

    private static @Nullable Outcome outcomeOf(List<FetchDocument> nearest) {
        Set<Outcome> found = count(nearest).keySet();
        return WORST_FIRST.stream()
                .filter(found::contains)
                .findFirst()
                .or(() -> newestSuccess(nearest))
                // then all of them are gone, or there are none
                .or(() -> found.stream().findFirst())
                .orElse(null);
    }

    private static Optional<Outcome> newestSuccess(List<FetchDocument> pages) {
        return pages.stream()
                .filter(page -> page.outcome() != null && page.outcome().isSuccess())
                .max(BY_TIME)
                .map(FetchDocument::outcome);
    }

    private static Map<Outcome, Integer> count(List<FetchDocument> pages) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        present(pages, FetchDocument::outcome).forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return counts;
    }

    private static <T> Stream<T> present(List<FetchDocument> pages, Function<FetchDocument, @Nullable T> member) {
        return pages.stream().map(member).filter(Objects::nonNull);
    }
}
