package org.jdfwire.fetcher.http;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.contracts.address.RefusedAddressException;
import org.jdfwire.fetcher.address.HttpUrl;

/**
 * The robots.txt of each host (RFC 9309): kept for an hour, and asked for again after a minute where it could not be
 * had. A 4xx means that there are no rules; a 5xx or no answer means that nothing may be fetched. Redirects are followed,
 * to other hosts too, and what is found there counts for the host that was asked first (section 2.3.1.2).
 */
public final class Robots {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration FAILURE_KEPT = Duration.ofMinutes(1);
    private static final List<String> OUR_NAMES = List.of("jdfwire");

    private final HttpRequests requests;
    private final HostTurns turns;
    private final InstantSource clock;
    private final Map<String, RobotsRules> known = new ConcurrentHashMap<>();

    public Robots(HttpRequests requests, HostTurns turns, InstantSource clock) {
        this.requests = requests;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Returns the rules for a URL, asking the host in its turn where they are not known.
     *
     * @throws RefusedAddressException when the host must not be connected to at all
     */
    RobotsRules of(HttpUrl url, Duration pause, Allowance allowance)
            throws RefusedAddressException, InterruptedException {
        String origin = url.origin();
        RobotsRules rules = known.get(origin);
        if (rules == null || !clock.instant().isBefore(rules.expiresAt())) {
            rules = ask(origin, pause, allowance);
            known.put(origin, rules);
        }
        return rules;
    }

    private RobotsRules ask(String origin, Duration pause, Allowance allowance)
            throws RefusedAddressException, InterruptedException {
        HttpUrl url = HttpUrl.parse(origin + "/robots.txt");
        for (int redirects = 0; redirects <= Limits.REDIRECTS; redirects++) {
            Answer answer;
            HttpUrl asked = url;
            try {
                answer = turns.take(url.host(), pause, () -> requests.robots(asked, allowance));
            } catch (RefusedAddressException e) {
                if (redirects == 0) {
                    throw e;
                }
                return unavailable(origin, "redirected to an address that is never connected to: " + e.getMessage());
            } catch (IOException e) {
                return unavailable(origin, "no answer: " + e.getMessage());
            }
            HttpUrl next = Redirects.target(url, answer);
            if (next == null) {
                return read(origin, answer);
            }
            url = next;
        }
        return unavailable(origin, "more than " + Limits.REDIRECTS + " redirects");
    }

    private RobotsRules read(String origin, Answer answer) {
        String status = "status " + answer.status();
        if (answer.status() == 200 && ChallengePages.matches(answer.body())) {
            return unavailable(origin, status + " with a page that asks for a browser");
        }
        if (answer.status() == 200) {
            // whatever type it claims: the parser takes a file of another type than text for one without rules
            SimpleRobotRules rules = new SimpleRobotRulesParser()
                    .parseContent(origin + "/robots.txt", wholeLines(answer.body()), "text/plain", OUR_NAMES);
            return available(origin, rules, status);
        }
        // 429 asks us to come back later, which no other 4xx does
        if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 429) {
            return available(origin, new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), status);
        }
        return unavailable(origin, status);
    }

    /** Half a rule is another rule: of a file that was cut, the line that the cut went through is left out. */
    private static byte[] wholeLines(byte[] body) {
        if (body.length < Limits.ROBOTS_BYTES) {
            return body;
        }
        int end = body.length;
        while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(body, end);
    }

    private RobotsRules available(String origin, SimpleRobotRules rules, String detail) {
        return new RobotsRules(rules, origin, true, detail, clock.instant().plus(KEPT));
    }

    private RobotsRules unavailable(String origin, String detail) {
        SimpleRobotRules none = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        return new RobotsRules(none, origin, false, detail, clock.instant().plus(FAILURE_KEPT));
    }
}
