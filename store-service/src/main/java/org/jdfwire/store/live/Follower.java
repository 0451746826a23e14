package org.jdfwire.store.live;

import java.util.List;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.JournalCursor;
import org.jdfwire.store.journal.Position;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One subscriber's place and its way forward: it catches up from the journal, a page at a time, then follows the tail.
 *
 * <p>It hands out a batch only when its connection takes one, so a slow one costs no more memory than a page of the
 * journal. All of it happens on the loop of its lane, but for the reading of the journal.
 */
final class Follower {
    private final TopicFilter filter;
    private final StreamForm form;
    private final Outlet outlet;
    private final Lane lane;
    private final CatchUp catchUp;
    private final Scheduler blocking;
    private final FluxSink<StreamBatch> out;

    /** After what was handed out. */
    private Position position;

    private long lastSaid = System.nanoTime();
    private boolean reading;
    private CatchUp.@Nullable Page page;
    /** How many changes of the page are handed out. */
    private int taken;

    /** How far the tail was when the last catching up began. */
    private LiveTail.@Nullable Mark began;

    private CatchUp.@Nullable Rest rest;
    private boolean following;
    /** Whether the tail has what the journal, though it is written first, does not show. */
    private boolean lost;

    private volatile boolean starved;

    Follower(
            Position start,
            TopicFilter filter,
            StreamForm form,
            Outlet outlet,
            Lane lane,
            CatchUp catchUp,
            Scheduler blocking,
            FluxSink<StreamBatch> out) {
        this.position = start;
        this.filter = filter;
        this.form = form;
        this.outlet = outlet;
        this.lane = lane;
        this.catchUp = catchUp;
        this.blocking = blocking;
        this.out = out;
    }

    /** Lets the connection wake this stream when it takes more again. */
    void listen() {
        outlet.onReady(() -> lane.serve(this));
        out.onRequest(more -> {
            if (starved) {
                starved = false;
                lane.serve(this);
            }
        });
    }

    /** Hands out what is due, as far as the connection takes it. */
    void serve(Round round) {
        boolean more = true;
        while (more && !reading && isReady()) {
            if (page != null) {
                handOut(page, round);
            } else if (following) {
                more = follow(round);
            } else {
                readJournal();
            }
        }
    }

    /** Looks after a stream that may have been left alone: says where it stands if it was silent since then. */
    void look(Round round, long silentSince) {
        if (lost) {
            lost = false;
            following = false;
        }
        serve(round);
        if (lastSaid - silentSince <= 0 && isReady()) {
            say(StreamBatch.heartbeat(position), round);
        }
    }

    /** Returns whether the subscriber has left. */
    boolean isGone() {
        return out.isCancelled();
    }

    boolean isFollowing() {
        return following;
    }

    private boolean isReady() {
        if (out.requestedFromDownstream() == 0) {
            starved = true;
            // it may have been asked for more between the look and the mark
            if (out.requestedFromDownstream() == 0) {
                return false;
            }
            starved = false;
        }
        return outlet.isReady() && !isGone();
    }

    /** Hands out what the tail has next; false where there is nothing. */
    private boolean follow(Round round) {
        Round.Due due = round.after(position, filter, form);
        LiveTail.News news = due.news();
        if (news.behind() || began == null || news.mark().generation() != began.generation()) {
            // a catching up that began with the tail as it is now would find no more than the last one did
            lost = news.mark().equals(began);
            following = lost;
            return !lost;
        }
        boolean moved = !news.position().equals(position);
        position = news.position();
        if (due.batch() != null) {
            say(due.batch(), round);
        }
        return moved;
    }

    private void readJournal() {
        reading = true;
        Position after = position;
        CatchUp.Rest next = rest;
        rest = null;
        Mono.fromCallable(() -> next == null ? catchUp.begin(after, filter) : catchUp.goOn(after, filter, next))
                .subscribeOn(blocking)
                .subscribe(read -> lane.execute(() -> take(read)), error -> lane.execute(() -> out.error(error)));
    }

    private void take(CatchUp.Page read) {
        reading = false;
        rest = read.rest();
        if (isGone()) {
            leave();
        } else if (read.trimmed()) {
            out.complete();
        } else {
            page = read;
            taken = 0;
            began = read.began();
            serve(lane.round());
        }
    }

    /** Lets go of what is held at the database. */
    void leave() {
        if (rest != null) {
            JournalCursor cursor = rest.cursor();
            rest = null;
            blocking.schedule(cursor::close);
        }
    }

    /** Hands out the next piece of a page, and lets go of it when that was the last. */
    private void handOut(CatchUp.Page from, Round round) {
        List<LiveChange> changes = from.changes();
        int end = taken;
        for (int bytes = 0; end < changes.size() && bytes < StreamBatch.ENOUGH_BYTES; end++) {
            bytes += form.size(changes.get(end));
        }
        boolean last = end == changes.size();
        List<LiveChange> piece = changes.subList(taken, end);
        position = last ? from.end() : Position.after(changes.get(end - 1).cursor());
        taken = end;
        if (last) {
            page = null;
            following = from.rest() == null;
        }
        if (!piece.isEmpty()) {
            say(StreamBatch.of(position, piece, form), round);
        }
    }

    private void say(StreamBatch batch, Round round) {
        lastSaid = round.now();
        out.next(batch);
    }
}
