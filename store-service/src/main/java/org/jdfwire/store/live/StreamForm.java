package org.jdfwire.store.live;

import java.util.List;

/** How a stream is written. */
public enum StreamForm {
    /** The HTML standard's {@code text/event-stream}. */
    SSE {
        @Override
        int size(LiveChange change) {
            return change.sse().length;
        }

        @Override
        void copy(LiveChange change, byte[] to, int at) {
            System.arraycopy(change.sse(), 0, to, at, change.sse().length);
        }
    },

    /** {@code application/x-ndjson}. */
    NDJSON {
        @Override
        int size(LiveChange change) {
            return change.line().remaining();
        }

        @Override
        void copy(LiveChange change, byte[] to, int at) {
            change.line().get(to, at, size(change));
        }
    };

    /** Returns how many bytes a change has in this form. */
    abstract int size(LiveChange change);

    abstract void copy(LiveChange change, byte[] to, int at);

    /** Returns the changes, one after the other. */
    byte[] join(List<LiveChange> changes) {
        byte[] joined = new byte[changes.stream().mapToInt(this::size).sum()];
        int at = 0;
        for (LiveChange change : changes) {
            copy(change, joined, at);
            at += size(change);
        }
        return joined;
    }
}
