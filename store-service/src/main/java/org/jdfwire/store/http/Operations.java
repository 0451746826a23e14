package org.jdfwire.store.http;

import static org.jdfwire.store.document.Operation.delete;
import static org.jdfwire.store.document.Operation.get;
import static org.jdfwire.store.document.Operation.post;
import static org.jdfwire.store.http.Queries.FILTERS;
import static org.jdfwire.store.http.Queries.LIMIT;
import static org.jdfwire.store.http.Queries.PAGE;

import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.store.archive.PageArchive;
import org.jdfwire.store.diff.TopicDiff;
import org.jdfwire.store.document.Content;
import org.jdfwire.store.document.Operation;
import org.jdfwire.store.feed.JsonFeed;

/**
 * Every call of the HTTP interface, for its OpenAPI document.
 *
 * <p>The endpoints read parameters by themselves and write bytes, so no framework can tell what they take and give. That
 * this list does is a test's matter: it holds the paths, parameters and real answers of a running store against it.
 */
final class Operations {
    private static final String ATOM = "application/atom+xml";
    private static final String SUBSCRIPTIONS = "/v1/subscriptions";
    private static final String SUBSCRIPTION = SUBSCRIPTIONS + "/{id}";

    private Operations() {}

    static List<Operation> all() {
        return Stream.of(journal(), topics(), sources(), feeds(), subscriptions())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> journal() {
        return List.of(
                get("/v1/changes", "changes", "The feed of changes: a page, a long poll or a stream")
                        .takes(FILTERS)
                        .takes(Queries.SINCE, Queries.LAST_EVENT_ID, Queries.LAST_EVENT_ID_HEADER, LIMIT, Queries.WAIT)
                        .answers(
                                200,
                                Content.json(Shapes.ChangeList.class),
                                Content.stream("text/event-stream", """
                                        Server-sent events without an end: id is the cursor, event the type, data the \
                                        change. An event heartbeat, its data an empty object, has the newest cursor as \
                                        its id. Goes on after Last-Event-ID.""", Change.class),
                                Content.stream(
                                        "application/x-ndjson",
                                        "A line for each change, and lines with the newest cursor; without an end.",
                                        Change.class,
                                        Shapes.Heartbeat.class))
                        .refuses(409, 410, 503),
                get("/v1/changes/verify", "verify", "Whether the hash chain holds in a range of the journal")
                        .takes(
                                Queries.bound("from", "First change; the first that is kept where it is absent."),
                                Queries.bound("to", "Last change; the newest where it is absent."))
                        .answers(200, Content.json(VerifyEndpoint.Verification.class))
                        .refuses(409, 410));
    }

    private static List<Operation> topics() {
        return List.of(
                get("/v1/topics", "topics", "The latest state of topics, or what was known of them at a time")
                        .takes(FILTERS)
                        .takes(Queries.SORT, Queries.AS_OF, LIMIT, PAGE)
                        .answers(200, Content.json(TopicsEndpoint.TopicList.class))
                        .refuses(410),
                get("/v1/topics/{id}", "topic", "One topic as it is known now; of a withdrawn one the last state")
                        .takes(Queries.TOPIC)
                        .answers(200, Content.json(Shapes.KnownTopic.class))
                        .refuses(404),
                get("/v1/topics/{id}/history", "history", "A topic's changes, the oldest first")
                        .takes(Queries.TOPIC, LIMIT, PAGE)
                        .answers(200, Content.json(Shapes.TopicHistory.class))
                        .refuses(404),
                get("/v1/topics/{id}/diff", "diff", "The words that differ between two changes of a topic")
                        .takes(
                                Queries.TOPIC,
                                Queries.bound("from", "The earlier change; the one before to where it is absent."),
                                Queries.bound("to", "The later change; the last where it is absent."))
                        .answers(
                                200,
                                Content.json(TopicDiff.class),
                                Content.foreign("text/plain", "For a terminal."),
                                Content.foreign("text/html", "A page without scripts."))
                        .refuses(404),
                get("/v1/issues", "issues", "Every issue, the newest number first")
                        .answers(200, Content.json(IssuesEndpoint.IssueList.class)),
                get("/v1/issues/{number}", "issue", "One issue and the topics that it has now")
                        .takes(Queries.ISSUE)
                        .answers(200, Content.json(Shapes.WholeIssue.class))
                        .refuses(404));
    }

    private static List<Operation> sources() {
        return List.of(
                get("/v1/pages/{sha256}", "page", "The exact bytes of a page, as an attachment")
                        .takes(Queries.SHA256)
                        .answers(200, Content.foreign("application/octet-stream", "As they were received."))
                        .inOneForm()
                        .header("Content-Disposition", "An attachment, never a page to be shown.")
                        .conditional()
                        .refuses(404),
                get("/v1/pages/{sha256}/observations", "observations", "When and where those bytes were seen")
                        .takes(Queries.SHA256)
                        .answers(200, Content.json(PageArchive.Entry.class))
                        .refuses(404),
                get("/v1/rejects", "rejects", "Pages that could not be read and why, the newest first")
                        .takes(LIMIT, PAGE)
                        .answers(200, Content.json(RejectsEndpoint.RejectList.class)),
                get("/v1/sources", "sources", "How each source fares")
                        .answers(200, Content.json(SourcesEndpoint.SourceList.class)),
                post("/v1/sources/{name}/poll", "poll", "Wishes a source polled at once")
                        .takes(Queries.SOURCE)
                        .answers(202, Content.json(PollRequested.class))
                        .refuses(404, 503),
                document("/v1/openapi", "openapi", "This document"),
                document("/v1/asyncapi", "asyncapi", "The AsyncAPI 3.0 document of the Kafka side"));
    }

    private static Operation document(String path, String id, String summary) {
        return get(path, id, summary)
                .answers(
                        200,
                        Content.foreign("application/json", "The document."),
                        Content.foreign("application/yaml", "The same in YAML."))
                .conditional();
    }

    private static List<Operation> feeds() {
        return List.of(
                get("/feeds/topics.atom", "atom", "The topics that changed last, as Atom 1.0")
                        .takes(FILTERS)
                        .takes(LIMIT)
                        .answers(200, Content.foreign(ATOM, "RFC 4287; its prev-archive links (RFC 5005) lead back."))
                        .conditional(),
                get("/feeds/topics.json", "jsonFeed", "The topics that changed last, as JSON Feed 1.1")
                        .takes(FILTERS)
                        .takes(LIMIT, PAGE)
                        .answers(200, Content.json("application/feed+json", JsonFeed.FeedDocument.class))
                        .conditional(),
                get("/feeds/archive/{start}", "archive", "An archive document of the Atom feed")
                        .takes(Queries.ARCHIVE)
                        .takes(FILTERS)
                        .answers(200, Content.foreign(ATOM, "RFC 4287, complete as RFC 5005 section 4 has it."))
                        .conditional()
                        .refuses(404, 410));
    }

    private static List<Operation> subscriptions() {
        Content view = Content.json(SubscriptionView.class);
        return List.of(
                post(SUBSCRIPTIONS, "subscribe", "Makes a webhook; only this answer shows its secret")
                        .reads(Content.json(Shapes.NewSubscription.class))
                        .answers(201, view)
                        .header("Location", "Where the webhook is.")
                        .refuses(409, 410),
                get(SUBSCRIPTIONS, "subscriptions", "Every webhook, the oldest first")
                        .signed()
                        .answers(200, Content.json(SubscriptionsEndpoint.SubscriptionList.class)),
                get(SUBSCRIPTION, "subscription", "One webhook")
                        .signed()
                        .takes(Queries.SUBSCRIPTION)
                        .answers(200, view)
                        .refuses(404),
                delete(SUBSCRIPTION, "unsubscribe", "Deletes a webhook")
                        .takes(Queries.SUBSCRIPTION)
                        .answers(204)
                        .refuses(404),
                get(SUBSCRIPTION + "/deliveries", "deliveries", "A webhook's last attempts, the newest first")
                        .signed()
                        .takes(Queries.SUBSCRIPTION, LIMIT)
                        .answers(200, Content.json(SubscriptionsEndpoint.DeliveryList.class))
                        .refuses(404),
                get(SUBSCRIPTIONS + "/dry-run", "dryRun", "What a filter would have sent in the last days")
                        .signed()
                        .takes(FILTERS)
                        .takes(Queries.DAYS, LIMIT)
                        .answers(200, Content.json(Shapes.DryRun.class)),
                get(
                                SUBSCRIPTION + "/dry-run",
                                "dryRunOfOne",
                                "What a webhook's filter would have sent in the last days")
                        .signed()
                        .takes(Queries.SUBSCRIPTION, Queries.DAYS, LIMIT)
                        .answers(200, Content.json(Shapes.DryRun.class))
                        .refuses(404),
                post(SUBSCRIPTION + "/test", "test", "Sends a message of the type test now")
                        .takes(Queries.SUBSCRIPTION)
                        .answers(200, Content.json(SubscriptionsEndpoint.TestResult.class))
                        .refuses(404, 409),
                post(SUBSCRIPTION + "/pause", "pause", "Sends nothing more until it is resumed")
                        .takes(Queries.SUBSCRIPTION)
                        .answers(200, view)
                        .refuses(404),
                post(SUBSCRIPTION + "/resume", "resume", "Goes on from where it stands")
                        .takes(Queries.SUBSCRIPTION)
                        .answers(200, view)
                        .refuses(404),
                post(SUBSCRIPTION + "/replay", "replay", "Goes on from another place, under the same webhook-ids")
                        .takes(Queries.SUBSCRIPTION)
                        .reads(Content.json(Shapes.Replay.class))
                        .answers(200, view)
                        .refuses(404, 409, 410),
                post(
                                SUBSCRIPTION + "/rotate",
                                "rotate",
                                "Answers with a new secret; the one before signs a while longer")
                        .takes(Queries.SUBSCRIPTION, Queries.OVERLAP)
                        .answers(200, view)
                        .refuses(404, 409));
    }
}
