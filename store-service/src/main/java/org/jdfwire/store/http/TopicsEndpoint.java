package org.jdfwire.store.http;

import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.PastTopics;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.query.TopicFinder;
import org.jdfwire.store.query.TopicOrder;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/topics} and {@code GET /v1/topics/{id}}: the state now, or as it was known at a time. */
@RestController
final class TopicsEndpoint {
    static final String AS_OF = "asOf";
    static final String SORT = "sort";

    private final TopicFinder topics;
    private final PastTopicLists past;

    TopicsEndpoint(TopicFinder topics, PastTopics past, TopicJournal journal, Horizons horizons) {
        this.topics = topics;
        this.past = new PastTopicLists(past, journal, horizons);
    }

    /** A page of topics; without next it is the last. */
    record TopicList(List<Topic> topics, @Nullable String next) {}

    @GetMapping(path = "/v1/topics", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] topics(ServerHttpRequest request) {
        Parameters parameters = FilterParameters.with(request, SORT, AS_OF, "limit", PageMark.PAGE);
        TopicOrder asked = parameters.one(SORT, "one of " + String.join(", ", TopicOrder.texts()), TopicOrder::of);
        TopicOrder order = asked == null ? TopicOrder.NEWEST : asked;
        Instant time = parameters.one(AS_OF, "an RFC 3339 time such as 2021-03-31T00:00:00Z", Since::time);
        return Json.bytes(time == null ? present(parameters, order) : past.list(parameters, order, time));
    }

    private TopicList present(Parameters parameters, TopicOrder order) {
        TopicFinder.Mark mark = PageMark.read(parameters, order.text(), parts -> order.mark(parts[1], parts[2]));
        TopicFinder.Found found = topics.find(FilterParameters.read(parameters), order, mark, parameters.limit());
        TopicFinder.Mark next = found.next();
        return new TopicList(
                found.topics().stream().map(TopicState::topic).toList(),
                next == null ? null : PageMark.write(order.text(), next.value(), next.topicId()));
    }

    @GetMapping(path = "/v1/topics/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] topic(@PathVariable("id") String topicId, ServerHttpRequest request) {
        Parameters.none(request);
        TopicState state = topics.find(topicId);
        if (state == null) {
            throw Problem.unknown("topic", topicId);
        }
        ObjectNode json = Json.MAPPER.valueToTree(state.topic());
        if (state.withdrawn()) {
            json.put("withdrawn", true);
        }
        return Json.bytes(json);
    }
}
