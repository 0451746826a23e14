package org.jdfwire.standalone.fleet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.JsonNode;

/** A client of one transport, which goes on where it stood each time it comes. */
abstract class ResumingClient {
    private final String transport;
    private final int changes;
    private final int most;
    private final List<String> seen = new ArrayList<>();

    /**
     * Stands before the first change.
     *
     * @param changes when it has so many it has all
     * @param most the most bytes that it stays for
     */
    ResumingClient(String transport, int changes, int most) {
        this.transport = transport;
        this.changes = changes;
        this.most = most;
    }

    /**
     * Comes to a store and reads until nothing more is there or the stay is over.
     *
     * @throws IOException where the stay is over or the connection broke
     */
    abstract void visit(String store, Stay stay) throws IOException;

    /** Returns a line for each change it was told, in the order of telling; equal lines are equal changes. */
    List<String> seen() {
        return seen;
    }

    /** Whether it has everything. */
    boolean isComplete() {
        return seen.size() >= changes;
    }

    /** Forgets which documents it has, and so reads them once more; there is nothing to be read again where each comes once. */
    void beginAgain() {
        throw new AssertionError(this + ": has everything without having left often enough");
    }

    int most() {
        return most;
    }

    @Override
    public String toString() {
        return transport;
    }

    /** Returns the line of a change: its cursor, and a hash of all of it. */
    static String line(JsonNode change) {
        return change.path("cursor").asString() + ' ' + Json.hash(change.toString());
    }

    void take(String line) {
        seen.add(line);
    }
}
