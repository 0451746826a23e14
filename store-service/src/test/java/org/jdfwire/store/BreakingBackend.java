package org.jdfwire.store;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A MongoDB that breaks at a chosen write: before it, after it, or with half of its documents written. */
public final class BreakingBackend extends MemoryBackend {
    private static final Set<String> WRITES = Set.of("insert", "update");

    private int writesLeft = Integer.MAX_VALUE;
    private Break how = Break.BEFORE;

    public enum Break {
        BEFORE,
        HALFWAY,
        AFTER
    }

    /** Breaks once, after so many more writes. */
    public void breakAfter(int writes, Break manner) {
        writesLeft = writes;
        how = manner;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (!WRITES.contains(command) || writesLeft-- > 0) {
            return super.handleCommand(channel, database, command, query);
        }
        writesLeft = Integer.MAX_VALUE;
        if (how == Break.HALFWAY) {
            String member = command.equals("insert") ? "documents" : "updates";
            List<Document> all = new ArrayList<>();
            ((Iterable<?>) query.get(member)).forEach(each -> all.add((Document) each));
            query.put(member, all.subList(0, all.size() / 2));
        }
        if (how != Break.BEFORE) {
            super.handleCommand(channel, database, command, query);
        }
        throw new MongoServerError(8, "broken " + how + " by the test");
    }
}
