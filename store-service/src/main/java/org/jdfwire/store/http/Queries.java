package org.jdfwire.store.http;

import static org.jdfwire.store.document.Parameter.choice;
import static org.jdfwire.store.document.Parameter.cursor;
import static org.jdfwire.store.document.Parameter.matching;
import static org.jdfwire.store.document.Parameter.number;
import static org.jdfwire.store.document.Parameter.one;
import static org.jdfwire.store.document.Parameter.path;
import static org.jdfwire.store.document.Parameter.several;
import static org.jdfwire.store.document.Parameter.text;

import java.util.Arrays;
import java.util.List;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.store.document.Parameter;
import org.jdfwire.store.query.TopicOrder;

/** The parameters of the HTTP interface as its OpenAPI document has them, each written once. */
final class Queries {
    static final List<Parameter> FILTERS = List.of(
            several(
                    "type",
                    choice(Arrays.stream(ChangeType.values())
                            .map(ChangeType::text)
                            .toList()),
                    "Type of a change; of a topic, of its last one."),
            several("issue", number(1, Integer.MAX_VALUE), "Number of an issue."),
            several("section", text(), "Section of an issue, such as topics."),
            several("country", matching("^[A-Za-z]{2}$"), "ISO 3166-1 alpha-2 of a country that takes part."),
            several("kind", choice(Arrays.stream(Kind.values()).map(Kind::text).toList()), "Sort of event."),
            several("person", text(), "A family name, a whole name or a person's id."),
            several("organization", text(), "Name of an organization that takes part."),
            one("occurredFrom", text("date"), "It went on on this day or later."),
            one("occurredTo", text("date"), "It went on on this day or earlier."),
            several("q", text(), "Words that follow one another in title, text or caption, in any case."));

    static final Parameter LIMIT = one("limit", number(1, 1000), "Most entries of the answer; 100 where it is absent.");
    static final Parameter PAGE =
            one(PageMark.PAGE, text(), "The next of the page before, asked for with the same sort.");
    static final Parameter SINCE = one(
            Since.SINCE, text(), "After this cursor; or earliest, the default; or now; or from this RFC 3339 time on.");
    static final Parameter LAST_EVENT_ID =
            one(Since.LAST_EVENT_ID, cursor(), "As the header Last-Event-ID, for who cannot set one.");
    static final Parameter LAST_EVENT_ID_HEADER = Parameter.header(
            "Last-Event-ID", cursor(), "The last cursor that was got; wins over since and lastEventId.");
    static final Parameter WAIT = one(
            "wait",
            number(0, 60),
            "Seconds that a page of JSON without a change may wait for one; 0 where it is absent.");
    static final Parameter SORT =
            one(TopicsEndpoint.SORT, choice(TopicOrder.texts()), "Order; -updated is the default.");
    static final Parameter AS_OF = one(TopicsEndpoint.AS_OF, text("date-time"), "What was known at this time.");
    static final Parameter DAYS = one(DryRuns.DAYS, number(1, 3660), "How far back; 30 where it is absent.");
    static final Parameter OVERLAP =
            one("overlapHours", number(0, 168), "How long the secret before signs too; 24 where it is absent.");

    static final Parameter TOPIC = path("id", text(), "Id of a topic.");
    static final Parameter ISSUE = path("number", number(1, Integer.MAX_VALUE), "Number of an issue.");
    static final Parameter SHA256 = path("sha256", matching("^[0-9a-f]{64}$"), "SHA-256 of a page's bytes.");
    static final Parameter SOURCE = path("name", text(), "Name of a source.");
    static final Parameter ARCHIVE = path("start", cursor(), "Where the archive begins; the feed's links name it.");
    static final Parameter SUBSCRIPTION = path("id", text(), "Id of a webhook.");

    private Queries() {}

    /** A bound of a range of the journal. */
    static Parameter bound(String name, String description) {
        return one(name, cursor(), description);
    }
}
