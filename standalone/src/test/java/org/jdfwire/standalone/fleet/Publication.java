package org.jdfwire.standalone.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdfwire.parser.PageParser;
import org.jdfwire.standalone.PageShelf;
import org.jdfwire.standalone.SamplePages;

/**
 * Sixty pages of three topics, version after version, published as the parser publishes them. Each version revises two
 * topics; the third is withdrawn by every fourth version of its page and comes back with the next.
 *
 * <p>A topic changes once in 180 to 240 events, so that no archive of the Atom feed, which is of 128, has two of its texts.
 */
final class Publication implements AutoCloseable {
    static final int PAGES = 60;

    private static final int FIRST_ISSUE = 201;
    private static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");

    private final PageShelf shelf;
    private final int versions;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile int published;

    private Publication(String kafka, int versions) {
        this.shelf = new PageShelf(kafka);
        this.versions = versions;
    }

    /** Begins to publish so many versions of each page, one after the other. */
    static Publication begin(String kafka, int versions, long everyMillis) {
        Publication publication = new Publication(kafka, versions);
        publication.thread.scheduleWithFixedDelay(publication::next, 0, everyMillis, TimeUnit.MILLISECONDS);
        return publication;
    }

    /** Returns how many changes so many versions make: an issue and three topics a page, then three changes a version. */
    static int changes(int versions) {
        return PAGES * (4 + 3 * (versions - 1));
    }

    /** Returns how often a topic is withdrawn. */
    static int withdrawals(int versions) {
        int withdrawals = 0;
        for (int page = 0; page < PAGES; page++) {
            for (int version = 1; version <= versions; version++) {
                withdrawals += lacksOne(page, version) ? 1 : 0;
            }
        }
        return withdrawals;
    }

    /** Returns the texts that the topics have after the last version, of those that are there. */
    static List<String> last(int versions) {
        List<String> texts = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            texts.addAll(List.of(texts(page, versions)));
        }
        return texts;
    }

    /** Returns how much of it is published, 0 to 1. */
    double share() {
        return (double) published / (PAGES * versions);
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new AssertionError("a page is still being published after 30 s");
        }
        shelf.close();
    }

    private void next() {
        if (published == PAGES * versions) {
            return;
        }
        int page = published % PAGES;
        int version = 1 + published / PAGES;
        int issue = FIRST_ISSUE + page;
        shelf.read(
                SamplePages.url(issue),
                SamplePages.page(issue, texts(page, version)),
                MORNING.plusSeconds(published),
                new PageParser()::parse);
        published++;
    }

    private static boolean lacksOne(int page, int version) {
        return version > 1 && (page + version) % 4 == 0;
    }

    private static String[] texts(int page, int version) {
        String text = "On October 1, as page " + page + " has it in version " + version + ", topic ";
        return lacksOne(page, version)
                ? new String[] {text + "one.", text + "two."}
                : new String[] {text + "one.", text + "two.", text + "three."};
    }
}
