package org.jdfwire.store.http;

import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.query.IssueFinder;
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

    IssuesEndpoint(IssueFinder issues) {
        this.issues = issues;
    }

    /** Every issue; there are few enough for one page. */
    record IssueList(List<IssueFinder.IssueOverview> issues) {}

    @GetMapping(path = "/v1/issues", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] issues(ServerHttpRequest request) {
        Parameters.none(request);
        return Json.bytes(new IssueList(issues.all()));
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
