package org.jdfwire.store.live;

import java.util.List;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.JournalCursor;
import org.jdfwire.store.journal.Position;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.JacksonException;

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

    /** Whether the subscriber has left. */
    private boolean gone;

    Follower(
            Position start,
            TopicFilter filter,
            StreamForm form,
            Outlet outlet,
            Lane lane,
            CatchUp catchUp,
            Scheduler blocking) {
        this.position = start;
        this.filter = filter;
        this.form = form;
        this.outlet = outlet;
        this.lane = lane;
        this.catchUp = catchUp;
        this.blocking = blocking;
    }

    /** Lets the connection wake this stream when it takes more again. */
    void listen() {
        outlet.onReady(() -> lane.serve(this));
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

    boolean isFollowing() {
        return following;
    }

    /** Ends the stream; called by any thread. */
    void end() {
        lane.leave(this, outlet::end);
    }

    private boolean isReady() {
        return !gone && outlet.isReady();
    }

    /** Hands out what the tail has next; false where there is nothing. */
    private boolean follow(Round round) {
        Round.Due due;
        try {
            due = round.after(position, filter, form);
        } catch (JacksonException unreadable) {
            // such as what a newer store writes; the journal can tell without reading it whether it passes the filter
            fail(unreadable);
            return false;
        }
        LiveTail.News news = due.news();
        if (news.behind() || began == null || news.mark().generation() != began.generation()) {
            // a catching up that began with the tail as it is now would find no more than the last one did
            lost = news.mark().equals(began);
            following = lost;
            return !lost;
        }
        position = news.position();
        if (due.batch() != null) {
            say(due.batch(), round);
        }
        // a batch ends where it is large enough
        Cursor newest = news.mark().newest();
        return newest != null && position.isBefore(newest);
    }

    private void readJournal() {
        reading = true;
        Position after = position;
        CatchUp.Rest next = rest;
        rest = null;
        Mono.fromCallable(() -> next == null ? catchUp.begin(after, filter) : catchUp.goOn(after, filter, next))
                .subscribeOn(blocking)
                .subscribe(read -> lane.execute(() -> take(read)), this::fail);
    }

    private void take(CatchUp.Page read) {
        reading = false;
        rest = read.rest();
        if (gone) {
            leave();
        } else if (read.trimmed()) {
            end();
        } else {
            page = read;
            taken = 0;
            began = read.began();
            serve(lane.round());
        }
    }

    private void fail(Throwable cause) {
        lane.leave(this, () -> outlet.fail(cause));
    }

    /** Has nothing more to say, and lets go of what is held at the database. */
    void leave() {
        gone = true;
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
        outlet.send(batch);
    }
}
