package org.jdfwire.fetcher.site;

import java.time.Duration;
import java.util.List;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.http.Fetched;
import org.jdfwire.fetcher.http.PageFetcher;
import org.jdfwire.fetcher.http.Validators;
import org.jdfwire.fetcher.poll.Polling;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Source;
import org.jdfwire.fetcher.source.Target;

/** Watches the pages that can be reached from some start pages; each step asks for one. */
public final class SiteSource implements Source, Polling.Kind {
    /** As many as redirects in one attempt. */
    private static final int MOST_MOVES = 5;

    private final SiteSettings settings;
    private final PageFetcher fetcher;
    private final Polling polling;

    public SiteSource(SiteSettings settings, PageFetcher fetcher, Polling.Shared shared) {
        this.settings = settings;
        this.fetcher = fetcher;
        int backfillDepth = Math.min(1, settings.depth());
        this.polling = new Polling(
                settings.name(),
                settings.politeness(),
                settings.start().stream().map(page -> Target.of(page, 0)).toList(),
                settings.backfill().stream()
                        .map(page -> Target.of(page, backfillDepth))
                        .toList(),
                this,
                shared);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public void pollNow(PollRequested wish) {
        polling.pollNow(wish);
    }

    @Override
    public Duration step() throws InterruptedException {
        return polling.step();
    }

    @Override
    public String kind() {
        return "site";
    }

    // the configuration may have become narrower since the page was found
    @Override
    public boolean wants(FetchRecord page) {
        return page.depth() <= settings.depth() && settings.allows(new CanonicalUrl(page.url()));
    }

    @Override
    public Fetched fetch(Target page, Validators known) throws InterruptedException {
        Fetched fetched = fetcher.fetch(
                HttpUrl.parse(page.fetchUrl()), known, settings.politeness().delay(), settings::allows);
        // each move makes a page known; without an end to them, pages would be made known for ever
        return fetched.movedTo() != null && page.moves() >= MOST_MOVES ? fetched.notFollowed(MOST_MOVES) : fetched;
    }

    @Override
    public List<Target> links(Target page, Fetched fetched) {
        HttpUrl movedTo = fetched.movedTo();
        if (movedTo != null) {
            return List.of(page.movedTo(movedTo));
        }
        Capture capture = fetched.capture();
        if (capture == null || page.depth() >= settings.depth()) {
            return List.of();
        }
        return Links.of(capture).stream()
                .filter(link -> settings.allows(CanonicalUrl.of(link)))
                .map(link -> Target.of(link, page.depth() + 1))
                .toList();
    }
}
