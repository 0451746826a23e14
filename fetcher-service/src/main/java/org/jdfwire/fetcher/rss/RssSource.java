package org.jdfwire.fetcher.rss;

import java.time.Duration;
import java.util.List;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.http.Fetched;
import org.jdfwire.fetcher.http.PageFetcher;
import org.jdfwire.fetcher.http.Validators;
import org.jdfwire.fetcher.http.Wanted;
import org.jdfwire.fetcher.poll.Polling;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Source;
import org.jdfwire.fetcher.source.Target;

/** Watches a feed, which is a page itself, and where it is told to the pages that the feed links to. */
public final class RssSource implements Source, Polling.Kind {
    private final RssSettings settings;
    private final Target feed;
    private final PageFetcher fetcher;
    private final Polling polling;

    public RssSource(RssSettings settings, PageFetcher fetcher, Polling.Shared shared) {
        this.settings = settings;
        this.feed = Target.of(settings.feed(), 0);
        this.fetcher = fetcher;
        this.polling = new Polling(settings.name(), settings.politeness(), List.of(feed), List.of(), this, shared);
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
        return "rss";
    }

    @Override
    public boolean wants(FetchRecord page) {
        return settings.followLinks();
    }

    @Override
    public Fetched fetch(Target page, Validators known) throws InterruptedException {
        return fetcher.fetch(
                HttpUrl.parse(page.fetchUrl()),
                known,
                settings.politeness().delay(),
                // a feed and its pages stay on their host, whatever a redirect says
                target -> HttpUrl.parse(target.text())
                        .host()
                        .equals(settings.feed().host()),
                isFeed(page) ? Wanted.FEED : Wanted.PAGE);
    }

    @Override
    public List<Target> links(Target page, Fetched fetched) {
        Capture document = fetched.capture();
        return document == null || !isFeed(page) || !settings.followLinks()
                ? List.of()
                : FeedLinks.of(document).stream()
                        .map(link -> Target.of(link, 1))
                        .distinct()
                        .toList();
    }

    private boolean isFeed(Target page) {
        return page.url().equals(feed.url());
    }
}
