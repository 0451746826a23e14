package org.jdfwire.contracts.event;

/** The CloudEvents types, one for each kind of message; the types of changes are in {@code ChangeType}. */
public final class EventTypes {
    public static final String PAGE_FETCHED = "org.jdfwire.page.fetched.v1";
    public static final String FETCH_RECORDED = "org.jdfwire.fetch.recorded.v1";
    public static final String TOPIC_PARSED = "org.jdfwire.topic.parsed.v1";
    public static final String PAGE_PARSED = "org.jdfwire.page.parsed.v1";
    public static final String EPOCH_BEGUN = "org.jdfwire.epoch.begun.v1";
    public static final String PAGE_REJECTED = "org.jdfwire.page.rejected.v1";
    public static final String POLL_REQUESTED = "org.jdfwire.poll.requested.v1";
    public static final String CANARY_ARRIVED = "org.jdfwire.canary.arrived.v1";

    private EventTypes() {}
}
