package org.jdfwire.store.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jspecify.annotations.Nullable;

/** The states that a batch of events is about, brought forward change by change; later events see earlier ones. */
public final class Ledger {
    private final Map<String, TopicState> topics = new HashMap<>();
    private final Map<String, IssueState> issues = new HashMap<>();
    private final Map<String, PageState> pages = new HashMap<>();
    private final Set<String> changedTopics = new LinkedHashSet<>();
    private final Set<String> changedIssues = new LinkedHashSet<>();
    private final Set<String> changedPages = new LinkedHashSet<>();

    /** Starts from what was known before. */
    public Ledger(Collection<TopicState> topics, Collection<IssueState> issues, Collection<PageState> pages) {
        topics.forEach(state -> this.topics.put(state.topic().topicId(), state));
        issues.forEach(state -> this.issues.put(keyOf(state.issue()), state));
        pages.forEach(state -> this.pages.put(state.page().url(), state));
    }

    /** Brings the topic or the issue of a change forward; one that its state already includes does nothing. */
    public void apply(Change change) {
        String topicId = change.topicId();
        PublishedIssue issue = change.issue();
        if (topicId != null) {
            TopicState before = topics.get(topicId);
            if (before == null || before.cursor().compareTo(change.cursor()) < 0) {
                topics.put(topicId, TopicState.after(before, change));
                changedTopics.add(topicId);
            }
        } else if (issue != null && issues.putIfAbsent(keyOf(issue), new IssueState(issue, change.cursor())) == null) {
            changedIssues.add(keyOf(issue));
        }
    }

    /** Brings the page of a manifest forward; one that its state already includes does nothing. */
    void observe(JournalEvent.PageRead manifest) {
        String url = manifest.page().url();
        PageState before = pages.get(url);
        PageState after = PageState.after(before, manifest);
        if (before == null || before.cursor().compareTo(after.cursor()) < 0) {
            pages.put(url, after);
            changedPages.add(url);
        }
    }

    /** Returns what is known of a topic, or null. */
    public @Nullable TopicState topic(String topicId) {
        return topics.get(topicId);
    }

    boolean knowsIssue(String publication, int number) {
        return issues.containsKey(IssueState.key(publication, number));
    }

    /** Returns the newest observation of a page, or null. */
    public @Nullable PageState page(String url) {
        return pages.get(url);
    }

    /** Returns every topic it knows. */
    public Collection<TopicState> topics() {
        return Collections.unmodifiableCollection(topics.values());
    }

    /** Returns the topics that are not as they were at the start. */
    public List<TopicState> changedTopics() {
        return pick(topics, changedTopics);
    }

    /** Returns the issues that were not known at the start. */
    public List<IssueState> changedIssues() {
        return pick(issues, changedIssues);
    }

    /** Returns the pages that are not as they were at the start. */
    public List<PageState> changedPages() {
        return pick(pages, changedPages);
    }

    private static <S> List<S> pick(Map<String, S> states, Set<String> keys) {
        List<S> picked = new ArrayList<>(keys.size());
        for (String key : keys) {
            S state = states.get(key);
            if (state != null) {
                picked.add(state);
            }
        }
        return picked;
    }

    private static String keyOf(PublishedIssue issue) {
        return IssueState.key(issue.publication(), issue.number());
    }
}
