package org.jdfwire.store.journal;

import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks the hash chain: each change must have the hash of its own JSON and the hash of the change before it.
 *
 * <p>A change that was altered, put in or taken out between others is found. Changes taken off the end are not: that
 * takes the last hash, noted somewhere else.
 */
public final class ChainCheck {
    private static final int PAGE = 256;
    private static final Sort FIRST_TO_LAST = Sort.by(ChangeDocument.ID);

    private final MongoOperations mongo;
    private final Horizons horizons;

    /** Reads the changes there. */
    public ChainCheck(MongoOperations mongo) {
        this.mongo = mongo;
        this.horizons = new Horizons(mongo);
    }

    /**
     * The first change that is not as it must be.
     *
     * @param cursor its place
     * @param member of the change: {@code hash}, {@code previousHash} or {@code cursor}
     * @param expected what it must be
     * @param found what it is
     */
    public record Break(Cursor cursor, String member, String expected, String found) {}

    /**
     * What was found.
     *
     * @param verified how many changes are as they must be, up to the break
     * @param first of them, or null where there is none
     * @param last of them, or null where there is none
     * @param hash of the last, or of the change before the range where there is none
     * @param firstBreak null where the chain is whole
     */
    public record Verdict(
            long verified,
            @Nullable Cursor first,
            @Nullable Cursor last,
            String hash,
            @Nullable Break firstBreak) {}

    /** A change as it is kept. */
    private record Kept(@Id long cursor, String hash, String json) {}

    /** Checks the changes after a place, up to and including another, at most so many. */
    public Verdict check(Position after, Cursor upTo, long most) {
        String hash = hashAt(after);
        Cursor first = null;
        Cursor last = null;
        long verified = 0;
        Position position = after;
        while (verified < most) {
            List<Kept> page = read(position, upTo, (int) Math.min(PAGE, most - verified));
            if (page.isEmpty()) {
                break;
            }
            for (Kept kept : page) {
                Cursor cursor = new Cursor(kept.cursor());
                Break broken = broken(kept, cursor, hash);
                if (broken != null) {
                    return new Verdict(verified, first, last, hash, broken);
                }
                first = first == null ? cursor : first;
                last = cursor;
                hash = kept.hash();
                verified++;
            }
            position = Position.after(new Cursor(page.get(page.size() - 1).cursor()));
        }
        return new Verdict(verified, first, last, hash, null);
    }

    /** Returns the hash of the last change up to a place. */
    private String hashAt(Position place) {
        Horizon horizon = horizons.load();
        if (horizon != null && place.equals(horizon.position())) {
            return horizon.hash();
        }
        Kept before = mongo.query(ChangeDocument.class)
                .as(Kept.class)
                .matching(Query.query(Criteria.where(ChangeDocument.ID).lte(place.value()))
                        .with(FIRST_TO_LAST.descending()))
                .firstValue();
        return before == null ? Change.NO_HASH : before.hash();
    }

    private List<Kept> read(Position after, Cursor upTo, int limit) {
        Query query = Query.query(
                        Criteria.where(ChangeDocument.ID).gt(after.value()).lte(upTo.value()))
                .with(FIRST_TO_LAST)
                .limit(limit);
        return mongo.query(ChangeDocument.class).as(Kept.class).matching(query).all();
    }

    private static @Nullable Break broken(Kept kept, Cursor cursor, String hashBefore) {
        ObjectNode change;
        try {
            change = (ObjectNode) Json.MAPPER.readTree(kept.json());
        } catch (JacksonException | ClassCastException e) {
            return new Break(cursor, "json", "a JSON object", e.getClass().getSimpleName());
        }
        String previous = change.path("previousHash").asString("none");
        if (!previous.equals(hashBefore)) {
            return new Break(cursor, "previousHash", hashBefore, previous);
        }
        String at = change.path("cursor").asString("none");
        if (!at.equals(cursor.toString())) {
            return new Break(cursor, "cursor", cursor.toString(), at);
        }
        String computed = Change.hashOf(change, hashBefore);
        String own = change.path("hash").asString("none");
        if (!own.equals(computed)) {
            return new Break(cursor, "hash", computed, own);
        }
        // the copy beside the JSON, which the writer chains the next change to
        return kept.hash().equals(computed) ? null : new Break(cursor, "hash", computed, kept.hash());
    }
}
