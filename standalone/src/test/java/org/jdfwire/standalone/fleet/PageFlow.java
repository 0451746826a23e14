package org.jdfwire.standalone.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdfwire.standalone.Inbox;
import org.jdfwire.standalone.SamplePages;
import tools.jackson.databind.JsonNode;

/** Pages dropped into an inbox one after the other, two new ones and then a revised one, and what must be told of them. */
final class PageFlow implements AutoCloseable {
    private static final int FIRST_ISSUE = 201;
    private static final int MOST_ISSUES = 700;
    private static final long EVERY_MILLIS = 150;
    private static final String SAME = "On October 1, as ever.";

    private final Inbox inbox;
    private final List<byte[]> pages = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private int issues;

    private PageFlow(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Begins, and goes on until it is closed. */
    static PageFlow into(Inbox inbox) {
        PageFlow flow = new PageFlow(inbox);
        flow.thread.scheduleWithFixedDelay(flow::drop, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return flow;
    }

    /** Returns a line for each change that the pages dropped so far make. */
    synchronized List<String> expected() {
        return List.copyOf(expected);
    }

    /** Returns the pages dropped so far. */
    synchronized List<byte[]> pages() {
        return List.copyOf(pages);
    }

    /** Returns how many issues they are of. */
    synchronized int issues() {
        return issues;
    }

    /** Returns a line for each change of a journal, as {@link #expected} has them. */
    static List<String> told(List<JsonNode> journal) {
        return journal.stream().map(PageFlow::told).toList();
    }

    /** Drops nothing more. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new AssertionError("a page is still being dropped after 10 s");
        }
    }

    private synchronized void drop() {
        int number = pages.size();
        boolean revises = number % 3 == 2 || issues == MOST_ISSUES;
        int issue = FIRST_ISSUE + (revises ? number % issues : issues);
        String other = "On October 2, in drop " + number + ".";
        byte[] page = SamplePages.page(issue, SAME, other);
        // the inbox takes files in the order of their names
        inbox.drop(String.format("%05d.html", number), page, SamplePages.url(issue));
        pages.add(page);
        if (revises) {
            expected.add(line("topic.revised", issue, other));
        } else {
            issues++;
            expected.add(line("issue.published", issue, ""));
            expected.add(line("topic.created", issue, SAME));
            expected.add(line("topic.created", issue, other));
        }
    }

    private static String told(JsonNode change) {
        boolean isIssue = change.has("issue");
        JsonNode issue = isIssue ? change.path("issue").path("number") : change.at("/topic/issue/number");
        String text = isIssue ? "" : change.at("/topic/paragraphs/0").asString();
        return line(change.path("type").asString(), issue.asInt(), text);
    }

    private static String line(String type, int issue, String text) {
        return type + " " + issue + " " + text;
    }
}
