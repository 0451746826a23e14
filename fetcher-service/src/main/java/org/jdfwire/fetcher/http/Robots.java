package org.jdfwire.fetcher.http;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt of each host (RFC 9309): kept for an hour, and asked for again after a minute where it could not be
 * had. A 4xx means that there are no rules; a 5xx or no answer means that nothing may be fetched.
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

    /** Returns the rules for a URL, asking the host in its turn where they are not known. */
    RobotsRules of(HttpUrl url, Duration pause) throws InterruptedException {
        String origin = url.origin();
        RobotsRules rules = known.get(origin);
        if (rules == null || !clock.instant().isBefore(rules.expiresAt())) {
            rules = ask(origin, pause);
            known.put(origin, rules);
        }
        return rules;
    }

    private RobotsRules ask(String origin, Duration pause) throws InterruptedException {
        HttpUrl url = HttpUrl.parse(origin + "/robots.txt");
        for (int redirects = 0; redirects <= Limits.REDIRECTS; redirects++) {
            Answer answer;
            HttpUrl asked = url;
            try {
                answer = turns.take(url.host(), pause, () -> requests.get(asked, Validators.NONE, Limits.ROBOTS_BYTES));
            } catch (IOException e) {
                return unavailable(origin, "no answer: " + e.getMessage());
            }
            HttpUrl next = Redirects.target(url, answer);
            if (next == null) {
                return read(origin, asked, answer);
            }
            if (!next.host().equals(url.host())) {
                return unavailable(origin, "redirected to another host, " + next.host());
            }
            url = next;
        }
        return unavailable(origin, "more than " + Limits.REDIRECTS + " redirects");
    }

    private RobotsRules read(String origin, HttpUrl url, Answer answer) {
        String status = "status " + answer.status();
        if (answer.status() == 200) {
            SimpleRobotRules rules = new SimpleRobotRulesParser()
                    .parseContent(url.toString(), answer.body(), contentType(answer.contentType()), OUR_NAMES);
            return available(origin, rules, status);
        }
        // 429 asks us to come back later, which no other 4xx does
        if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 429) {
            return available(origin, new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), status);
        }
        return unavailable(origin, status);
    }

    private RobotsRules available(String origin, SimpleRobotRules rules, String detail) {
        return new RobotsRules(rules, origin, true, detail, clock.instant().plus(KEPT));
    }

    private RobotsRules unavailable(String origin, String detail) {
        SimpleRobotRules none = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        return new RobotsRules(none, origin, false, detail, clock.instant().plus(FAILURE_KEPT));
    }

    private static String contentType(@Nullable String received) {
        return received == null ? "text/plain" : received;
    }
}
