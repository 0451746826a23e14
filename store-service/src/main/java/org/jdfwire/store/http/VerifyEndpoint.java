package org.jdfwire.store.http;

import java.util.Set;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.ChainCheck;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/changes/verify}: whether the hash chain holds in a range of the journal. */
@RestController
final class VerifyEndpoint {
    /** More would keep a thread busy for seconds; the answer says where to go on. */
    private static final int MOST = 10_000;

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String CURSOR = "a cursor, as a feed gave it";

    private final TopicJournal journal;
    private final Horizons horizons;
    private final ChainCheck chain;

    VerifyEndpoint(TopicJournal journal, Horizons horizons, ChainCheck chain) {
        this.journal = journal;
        this.horizons = horizons;
        this.chain = chain;
    }

    /**
     * What was found.
     *
     * @param intact whether each change in the range is as it must be
     * @param verified how many are
     * @param from the first of them, absent where there is none
     * @param to the last of them
     * @param hash the hash of the last, to be held against one that was noted before
     * @param next where to go on with {@code from}, as a request looks at no more than so many; absent at the end
     * @param firstBreak the first change that is not as it must be, absent where all are
     */
    record Verification(
            boolean intact,
            long verified,
            @Nullable Cursor from,
            @Nullable Cursor to,
            String hash,
            @Nullable Cursor next,
            ChainCheck.@Nullable Break firstBreak) {}

    /** Checks from one cursor to another, both inclusive; by default everything that is retained. */
    @GetMapping(path = "/v1/changes/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] verify(ServerHttpRequest request) {
        Parameters parameters = Parameters.of(request, Set.of(FROM, TO));
        Cursor from = parameters.one(FROM, CURSOR, Cursor::parse);
        Cursor to = parameters.one(TO, CURSOR, Cursor::parse);
        if (from != null && to != null && to.compareTo(from) < 0) {
            throw Problem.parameter(TO, to.toString(), "not before from, " + from);
        }
        JournalEnd end = journal.end();
        requireKnown(FROM, from, end);
        requireKnown(TO, to, end);
        Position start = start(from);
        if (end == null) {
            return Json.bytes(answer(chain.check(start, new Cursor(0), 0), null));
        }
        Cursor upTo = to == null ? end.cursor() : to;
        ChainCheck.Verdict verdict = chain.check(start, upTo, MOST);
        return Json.bytes(answer(verdict, verdict.verified() < MOST ? null : next(verdict, upTo)));
    }

    private Position start(@Nullable Cursor from) {
        Horizon horizon = horizons.load();
        if (horizon == null) {
            return from == null ? Position.START : Position.before(from);
        }
        Position start = from == null ? horizon.position() : Position.before(from);
        if (horizon.cuts(start)) {
            throw Problem.trimmed(FROM, String.valueOf(from), horizon);
        }
        return start;
    }

    private @Nullable Cursor next(ChainCheck.Verdict verdict, Cursor upTo) {
        Cursor last = verdict.last();
        return last == null || last.compareTo(upTo) >= 0 ? null : new Cursor(last.value() + 1);
    }

    private static Verification answer(ChainCheck.Verdict verdict, @Nullable Cursor next) {
        return new Verification(
                verdict.firstBreak() == null,
                verdict.verified(),
                verdict.first(),
                verdict.last(),
                verdict.hash(),
                next,
                verdict.firstBreak());
    }

    private static void requireKnown(String name, @Nullable Cursor cursor, @Nullable JournalEnd end) {
        if (cursor != null && (end == null || end.cursor().compareTo(cursor) < 0)) {
            throw Problem.fromTheFuture(
                    name, cursor.toString(), end == null ? "none" : end.cursor().toString());
        }
    }
}
