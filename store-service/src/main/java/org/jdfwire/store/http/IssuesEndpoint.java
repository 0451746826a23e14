package org.jdfwire.store.http;

import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.query.IssueFinder;
import org.jdfwire.store.rhythm.Rhythms;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/issues} and {@code GET /v1/issues/{number}}: the issues, and one with its topics. */
@RestController
final class IssuesEndpoint {
    private final IssueFinder issues;
    private final Rhythms rhythms;

    IssuesEndpoint(IssueFinder issues, Rhythms rhythms) {
        this.issues = issues;
        this.rhythms = rhythms;
    }

    /**
     * Every issue; there are few enough for one page.
     *
     * @param rhythms when the next issue of a publication is expected; none while that is not known
     */
    record IssueList(List<IssueFinder.IssueOverview> issues, List<Rhythms.Overview> rhythms) {}

    @GetMapping(path = "/v1/issues", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] issues(ServerHttpRequest request) {
        Parameters.none(request);
        List<IssueFinder.IssueOverview> all = issues.all();
        return Json.bytes(new IssueList(all, rhythms.of(all)));
    }

    @GetMapping(path = "/v1/issues/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] issue(@PathVariable("number") String text, ServerHttpRequest request) {
        Parameters.none(request);
        int number = Parameters.read("number", text, "an issue number, 1 and up", FilterParameters::issue);
        IssueFinder.IssueOverview issue = issues.numbered(number).stream()
                .findFirst()
                .orElseThrow(() -> Problem.unknown("issue", Integer.toString(number)));
        List<Topic> topics = issues.topicsOf(issue);
        ObjectNode json = Json.MAPPER.valueToTree(issue);
        json.set("topics", Json.MAPPER.valueToTree(topics));
        return Json.bytes(json);
    }
}
