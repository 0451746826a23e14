package org.jdfwire.store.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.page.PageRef;
import org.jspecify.annotations.Nullable;

/**
 * What was observed of a page: the newest observation, by its time, and when there were others.
 *
 * @param page which version is the newest, and when it was observed
 * @param parserVersion who read it
 * @param topicIds the topics of its manifest
 * @param cursor the last manifest of the page in the log, of an older observation too
 * @param complete whether the manifest lists every topic of the page; a feed's lists only the newest
 * @param looks each observation that could be read, and the next looks that old ones told of, oldest first; the newest
 *     {@value #MOST_LOOKS} of them
 * @param everListed the topics of all its complete manifests
 */
public record PageState(
        PageRef page,
        String parserVersion,
        List<String> topicIds,
        Cursor cursor,
        boolean complete,
        List<Look> looks,
        List<String> everListed) {
    /** How many are kept, so that a feed which changes every hour does not grow its state without end. */
    static final int MOST_LOOKS = 1000;

    public PageState {
        topicIds = List.copyOf(topicIds);
        looks = List.copyOf(looks);
        everListed = List.copyOf(everListed);
    }

    /** Returns the state after a manifest: an older observation is one more look, of two equal ones the later counts. */
    static PageState after(@Nullable PageState before, JournalEvent.PageRead event) {
        boolean complete = event.manifest().isComplete();
        // what a partial list lacks is not gone, so nobody asks what it ever had
        List<String> listed = complete ? event.manifest().topicIds() : List.of();
        List<Look> looks = with(before == null ? List.of() : before.looks, look(event));
        List<String> everListed = union(before == null ? List.of() : before.everListed, listed);
        if (before != null && before.isNewerThan(event)) {
            Look next = before.lookAfter(event);
            return new PageState(
                    before.page,
                    before.parserVersion,
                    before.topicIds,
                    event.cursor(),
                    before.complete,
                    next == null ? looks : with(looks, next),
                    everListed);
        }
        return new PageState(
                event.page(),
                event.parser().version(),
                event.manifest().topicIds(),
                event.cursor(),
                complete,
                looks,
                everListed);
    }

    /**
     * Returns the first look after an older observation that told of topics: one that we read, or one that the fetcher
     * knows of because the page then had bytes that we had read before. Where neither is known, but that the present bytes
     * were seen again, they count from the next look on, of which nobody could read the bytes.
     */
    @Nullable
    Look lookAfter(JournalEvent event) {
        Look known = looks.stream()
                .filter(look -> look.at().isAfter(event.observedAt()))
                .findFirst()
                .orElse(null);
        Look stated = event.page().seenNext();
        if (stated != null && wasRead(stated)) {
            return known == null || stated.at().isBefore(known.at()) ? stated : known;
        }
        return known == null && stated != null ? new Look(stated.at(), page.sha256()) : known;
    }

    /** Returns whether the event tells of an observation before this one. */
    boolean isNewerThan(JournalEvent event) {
        return isNewerThan(event.page());
    }

    /**
     * Returns whether another observation of the page is before this one: by its time, or because bytes that we have read
     * were seen again after it, which made no version and so is known to the fetcher alone. They need not be the page's
     * last, for those may be of a kind that nobody can read.
     */
    public boolean isNewerThan(PageRef other) {
        Look next = other.seenNext();
        return page.fetchedAt().isAfter(other.fetchedAt())
                || page.sha256().equals(other.supersededBy())
                || (next != null && wasRead(next));
    }

    private boolean wasRead(Look look) {
        return looks.stream().anyMatch(read -> read.sha256().equals(look.sha256()));
    }

    /** Returns whether this observation says of the topic that it is there, or that it is not. */
    public boolean speaksOf(String topicId) {
        return complete || topicIds.contains(topicId);
    }

    /**
     * Returns whether the event comes from bytes that were read before by another parser: the very same ones, or older
     * ones that are read once more because a topic still rests on them.
     */
    boolean isReadAnewBy(JournalEvent event) {
        return (page.sha256().equals(event.page().sha256())
                        && !parserVersion.equals(event.parser().version()))
                || (event.envelope().replayed() && isNewerThan(event));
    }

    private static Look look(JournalEvent event) {
        return new Look(event.observedAt(), event.page().sha256());
    }

    private static List<Look> with(List<Look> looks, Look look) {
        if (looks.contains(look)) {
            return looks;
        }
        List<Look> all = new ArrayList<>(looks);
        all.add(look);
        all.sort(Comparator.comparing(Look::at));
        return all.subList(Math.max(0, all.size() - MOST_LOOKS), all.size());
    }

    private static List<String> union(Collection<String> some, Collection<String> others) {
        TreeSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
