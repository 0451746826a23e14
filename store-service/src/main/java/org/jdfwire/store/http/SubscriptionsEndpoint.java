package org.jdfwire.store.http;

import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.address.RefusedAddressException;
import org.jdfwire.store.webhook.Result;
import org.jdfwire.store.webhook.Subscription;
import org.jdfwire.store.webhook.WebhookRefusedException;
import org.jdfwire.store.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** {@code /v1/subscriptions}: webhooks, for operators. Every request needs a token, reading ones too. */
@RestController
final class SubscriptionsEndpoint {
    private static final Logger log = LoggerFactory.getLogger(SubscriptionsEndpoint.class);
    private static final String PATH = "/v1/subscriptions";
    private static final String ONE = PATH + "/{id}";
    private static final String URL =
            "an absolute https URL in ASCII whose host is on the public internet, without user" + " name and fragment";
    private static final String SINCE = "a cursor, earliest, now, or an RFC 3339 time";
    private static final int MOST_OVERLAP_H = 168;
    private static final int USUAL_OVERLAP_H = 24;

    private final Webhooks webhooks;
    private final Since since;
    private final DryRuns dryRuns;
    private final Scheduler blocking;

    SubscriptionsEndpoint(Webhooks webhooks, Since since, DryRuns dryRuns, Scheduler blockingScheduler) {
        this.webhooks = webhooks;
        this.since = since;
        this.dryRuns = dryRuns;
        this.blocking = blockingScheduler;
    }

    /** All subscriptions, the oldest first. */
    record SubscriptionList(List<SubscriptionView> subscriptions) {}

    /** The last attempts, the newest first. */
    record DeliveryList(List<SubscriptionView.DeliveryView> deliveries) {}

    /** What came of a test. */
    record TestResult(String outcome, @Nullable Integer status, String detail) {}

    /** Makes one from {@code {"url","filter","since","description"}}; 201 with its secret, which nothing shows again. */
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> create(
            @RequestBody(required = false) Mono<byte[]> body, ServerHttpRequest request, Principal operator) {
        Parameters.none(request);
        return read(body, json -> {
            SubscriptionBody asked = SubscriptionBody.of(json, Set.of("url", "filter", "since", "description"));
            String from = asked.text("since", SINCE);
            String url = asked.required("url", URL);
            try {
                Webhooks.WithSecret made = webhooks.create(
                        url,
                        asked.description(),
                        asked.filter(),
                        since.position(from == null ? Since.NOW : from),
                        operator.getName());
                log.info(
                        "{} makes webhook {}",
                        operator.getName(),
                        made.subscription().id());
                return ResponseEntity.created(
                                URI.create(PATH + '/' + made.subscription().id()))
                        .cacheControl(CacheControl.noStore())
                        .body(Json.bytes(SubscriptionView.of(made.subscription(), made.secret())));
            } catch (RefusedAddressException e) {
                throw Problem.parameter("url", url, "a host on the public internet: " + e.getMessage());
            } catch (IllegalArgumentException e) {
                throw Problem.parameter("url", url, URL);
            } catch (WebhookRefusedException e) {
                throw Problem.of(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
            }
        });
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(ServerHttpRequest request) {
        Parameters.none(request);
        return answer(new SubscriptionList(webhooks.all().stream()
                .map(each -> SubscriptionView.of(each, null))
                .toList()));
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> one(@PathVariable("id") String id, ServerHttpRequest request) {
        Parameters.none(request);
        return shown(id, webhooks.find(id));
    }

    @DeleteMapping(path = ONE)
    ResponseEntity<Void> delete(@PathVariable("id") String id, ServerHttpRequest request, Principal operator) {
        Parameters.none(request);
        if (!webhooks.delete(id)) {
            throw unknown(id);
        }
        log.info("{} deletes webhook {}", operator.getName(), id);
        return ResponseEntity.noContent().build();
    }

    /** The last attempts, up to a bound; tests are not among them. */
    @GetMapping(path = ONE + "/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> deliveries(@PathVariable("id") String id, ServerHttpRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("limit"));
        known(id);
        return answer(new DeliveryList(webhooks.deliveries(id).stream()
                .limit(parameters.limit())
                .map(SubscriptionView.DeliveryView::of)
                .toList()));
    }

    /** What a filter, given as at the feed, would have sent in the last {@code days}. */
    @GetMapping(path = PATH + "/dry-run", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] dryRun(ServerHttpRequest request) {
        Parameters parameters = FilterParameters.with(request, DryRuns.DAYS, "limit");
        return dryRuns.run(FilterParameters.read(parameters), parameters);
    }

    /** What this one's filter would have sent in the last {@code days}. */
    @GetMapping(path = ONE + "/dry-run", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] dryRunOfOne(@PathVariable("id") String id, ServerHttpRequest request) {
        return dryRuns.run(known(id).filter(), Parameters.of(request, Set.of(DryRuns.DAYS, "limit")));
    }

    /** Sends a message of the type {@code test} now; what comes of it is the answer, 200 also where it failed. */
    @PostMapping(path = ONE + "/test", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> test(@PathVariable("id") String id, ServerHttpRequest request) {
        Parameters.none(request);
        try {
            Result result = webhooks.test(known(id));
            return answer(new TestResult(result.outcome().text(), result.status(), result.detail()));
        } catch (WebhookRefusedException e) {
            throw Problem.of(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    @PostMapping(path = ONE + "/pause", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> pause(@PathVariable("id") String id, ServerHttpRequest request, Principal operator) {
        Parameters.none(request);
        return shown(id, webhooks.pause(id, operator.getName()));
    }

    /** Goes on from where it stands, at once. */
    @PostMapping(path = ONE + "/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> resume(@PathVariable("id") String id, ServerHttpRequest request) {
        Parameters.none(request);
        return shown(id, webhooks.resume(id));
    }

    /** Goes on from {@code {"since"}}, at once. */
    @PostMapping(path = ONE + "/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> replay(
            @PathVariable("id") String id,
            @RequestBody(required = false) Mono<byte[]> body,
            ServerHttpRequest request) {
        Parameters.none(request);
        return read(body, json -> {
            String from = SubscriptionBody.of(json, Set.of("since")).required("since", SINCE);
            known(id);
            return shown(id, webhooks.replay(id, since.position(from)));
        });
    }

    /** Answers with a new secret; the one before signs as well for {@code overlapHours}. */
    @PostMapping(path = ONE + "/rotate", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> rotate(@PathVariable("id") String id, ServerHttpRequest request, Principal operator) {
        Integer hours = Parameters.of(request, Set.of("overlapHours"))
                .one("overlapHours", "0 to " + MOST_OVERLAP_H, text -> Parameters.within(0, MOST_OVERLAP_H, text));
        try {
            Webhooks.WithSecret rotated =
                    webhooks.rotate(id, Duration.ofHours(hours == null ? USUAL_OVERLAP_H : hours));
            if (rotated == null) {
                throw unknown(id);
            }
            log.info("{} rotates the secret of webhook {}", operator.getName(), id);
            return answer(SubscriptionView.of(rotated.subscription(), rotated.secret()));
        } catch (WebhookRefusedException e) {
            throw Problem.of(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    /** Reads the body, then answers where it may block. */
    private Mono<ResponseEntity<byte[]>> read(Mono<byte[]> body, Function<byte[], ResponseEntity<byte[]>> answer) {
        return body.defaultIfEmpty(new byte[0]).publishOn(blocking).map(answer);
    }

    private Subscription known(String id) {
        Subscription found = webhooks.find(id);
        if (found == null) {
            throw unknown(id);
        }
        return found;
    }

    private static ResponseEntity<byte[]> shown(String id, @Nullable Subscription subscription) {
        if (subscription == null) {
            throw unknown(id);
        }
        return answer(SubscriptionView.of(subscription, null));
    }

    private static ResponseEntity<byte[]> answer(Object value) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Json.bytes(value));
    }

    private static Problem unknown(String id) {
        return Problem.unknown("subscription", id);
    }
}
