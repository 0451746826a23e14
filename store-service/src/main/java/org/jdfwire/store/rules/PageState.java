package org.jdfwire.store.rules;

import java.util.List;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.PageRef;
import org.jspecify.annotations.Nullable;

/**
 * The newest observation of a page, by the time it was observed.
 *
 * @param page which version, and when it was observed
 * @param parserVersion who read it
 * @param topicIds the topics of its manifest
 * @param cursor the place of that manifest in the log
 * @param complete whether the manifest lists every topic of the page; a feed's lists only the newest
 */
public record PageState(PageRef page, String parserVersion, List<String> topicIds, Cursor cursor, boolean complete) {
    public PageState {
        topicIds = List.copyOf(topicIds);
    }

    /** Returns the state after a manifest: an older observation changes nothing, of two equal ones the later counts. */
    static PageState after(@Nullable PageState before, JournalEvent.PageRead event) {
        return before != null && before.isNewerThan(event)
                ? before
                : new PageState(
                        event.page(),
                        event.parser().version(),
                        event.manifest().topicIds(),
                        event.cursor(),
                        event.manifest().isComplete());
    }

    /**
     * Returns whether the event tells of an observation before this one: by its time, or because these bytes were seen
     * again after it, which made no version and so is known to the fetcher alone.
     */
    boolean isNewerThan(JournalEvent event) {
        return isNewerThan(event.page());
    }

    /** Returns whether another observation of the page is before this one. */
    public boolean isNewerThan(PageRef other) {
        return page.fetchedAt().isAfter(other.fetchedAt()) || page.sha256().equals(other.supersededBy());
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
}
