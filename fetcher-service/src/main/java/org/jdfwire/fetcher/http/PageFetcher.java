package org.jdfwire.fetcher.http;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.contracts.address.RefusedAddressException;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;

/** Asks a host for one page, as politely as it wishes, and says in one outcome how that ended. */
public final class PageFetcher {
    private final HttpRequests requests;
    private final HostTurns turns;
    private final Robots robots;
    private final Reading reading;
    private final Allowance allowance;

    /** A fetcher that connects to the public internet's web ports only. */
    public PageFetcher(HttpRequests requests, HostTurns turns, Robots robots, InstantSource clock) {
        this(requests, turns, robots, new Reading(clock), Allowance.NONE);
    }

    private PageFetcher(HttpRequests requests, HostTurns turns, Robots robots, Reading reading, Allowance allowance) {
        this.requests = requests;
        this.turns = turns;
        this.robots = robots;
        this.reading = reading;
        this.allowance = allowance;
    }

    /** Returns one that connects to more, as its source allows; turns and robots.txt stay shared. */
    public PageFetcher allowing(Allowance more) {
        return new PageFetcher(requests, turns, robots, reading, more);
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
        try {
            return follow(start, known, pause, allowed, wanted);
        } catch (RefusedAddressException e) {
            return Fetched.without(Outcome.REFUSED_ADDRESS, e.getMessage());
        } catch (TooLargeException e) {
            return Fetched.without(Outcome.TOO_LARGE, e.getMessage());
        } catch (UnknownCodingException e) {
            return Fetched.without(Outcome.WRONG_TYPE, e.getMessage());
        } catch (IOException e) {
            return Fetched.without(Outcome.UNREACHABLE, e.toString());
        }
    }

    private Fetched follow(
            HttpUrl start, Validators known, Duration pause, Predicate<CanonicalUrl> allowed, Wanted wanted)
            throws IOException, InterruptedException {
        CanonicalUrl page = CanonicalUrl.of(start);
        HttpUrl url = start;
        for (int redirects = 0; redirects <= Limits.REDIRECTS; redirects++) {
            RobotsRules rules = robots.of(url, pause, allowance);
            if (!rules.allows(url)) {
                return Fetched.without(
                        Outcome.DISALLOWED,
                        rules.available()
                                ? "robots.txt of " + rules.origin() + " disallows it"
                                : "robots.txt of " + rules.origin() + " could not be had: " + rules.detail());
            }
            HttpUrl asked = url;
            Answer answer = turns.take(url.host(), rules.pause(pause), () -> requests.page(asked, known, allowance));
            HttpUrl next = Redirects.target(url, answer);
            if (next == null) {
                return reading.of(answer, asked, known, wanted);
            }
            // also where it will not be followed: a record must not name as new home what we never connect to
            requests.check(next, allowance);
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
