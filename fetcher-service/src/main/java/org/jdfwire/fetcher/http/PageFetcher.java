package org.jdfwire.fetcher.http;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;

/** Asks a host for one page, as politely as it wishes, and says in one outcome how that ended. */
public final class PageFetcher {
    private final HttpRequests requests;
    private final HostTurns turns;
    private final Robots robots;
    private final Reading reading;

    public PageFetcher(HttpRequests requests, HostTurns turns, Robots robots, InstantSource clock) {
        this.requests = requests;
        this.turns = turns;
        this.robots = robots;
        this.reading = new Reading(clock);
    }

    /** Asks for a page of HTML. */
    public Fetched fetch(HttpUrl start, Validators known, Duration pause, Predicate<CanonicalUrl> allowed)
            throws InterruptedException {
        return fetch(start, known, pause, allowed, Wanted.PAGE);
    }

    /**
     * Asks for a page. Redirects between addresses of the same page are followed; one to another page is not, because
     * that page has its own identity, validators and history.
     *
     * @param start where to ask
     * @param known validators of the bytes that are known
     * @param pause the least time between two requests to the host
     * @param allowed which pages may be asked for at all; a redirect out of them ends the attempt
     * @param wanted what it should be
     * @throws InterruptedException when the service stops
     */
    public Fetched fetch(
            HttpUrl start, Validators known, Duration pause, Predicate<CanonicalUrl> allowed, Wanted wanted)
            throws InterruptedException {
        CanonicalUrl page = CanonicalUrl.of(start);
        HttpUrl url = start;
        for (int redirects = 0; redirects <= Limits.REDIRECTS; redirects++) {
            RobotsRules rules = robots.of(url, pause);
            if (!rules.allows(url)) {
                return Fetched.without(
                        Outcome.DISALLOWED,
                        rules.available()
                                ? "robots.txt of " + rules.origin() + " disallows it"
                                : "robots.txt of " + rules.origin() + " could not be had: " + rules.detail());
            }
            Answer answer;
            HttpUrl asked = url;
            try {
                answer =
                        turns.take(url.host(), rules.pause(pause), () -> requests.get(asked, known, Limits.PAGE_BYTES));
            } catch (TooLargeException e) {
                return Fetched.without(Outcome.TOO_LARGE, e.getMessage());
            } catch (IOException e) {
                return Fetched.without(Outcome.UNREACHABLE, e.toString());
            }
            HttpUrl next = Redirects.target(url, answer);
            if (next == null) {
                return reading.of(answer, asked, known, wanted);
            }
            CanonicalUrl nextPage = CanonicalUrl.of(next);
            if (!allowed.test(nextPage)) {
                return Fetched.without(
                        Outcome.SERVER_ERROR, "redirected to " + next + " (expected: within the source's prefixes)");
            }
            if (!nextPage.equals(page)) {
                return Fetched.moved(next);
            }
            url = next;
        }
        return Fetched.without(Outcome.SERVER_ERROR, "more than " + Limits.REDIRECTS + " redirects");
    }
}
