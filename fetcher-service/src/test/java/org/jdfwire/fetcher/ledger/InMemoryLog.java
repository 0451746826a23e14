package org.jdfwire.fetcher.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.page.FetchRecord;

/** A log of the tests: all that was appended, batch by batch. */
public final class InMemoryLog implements FetchLog {
    private final List<List<Entry>> batches = new ArrayList<>();
    private int reads;
    private Failure next = Failure.NONE;

    /** How the next append fails. */
    public enum Failure {
        NONE,
        NOT_WRITTEN,
        WRITTEN_BUT_NOT_SAID
    }

    @Override
    public int partition(String url) {
        return 0;
    }

    @Override
    public Map<String, FetchRecord> claim(int partition) {
        reads++;
        return readAll();
    }

    public Map<String, FetchRecord> readAll() {
        Map<String, FetchRecord> newest = new HashMap<>();
        batches.forEach(
                batch -> batch.forEach(entry -> newest.put(entry.record().url(), entry.record())));
        return newest;
    }

    @Override
    public void append(int partition, List<Entry> entries) {
        Failure failure = next;
        next = Failure.NONE;
        if (failure != Failure.NOT_WRITTEN) {
            batches.add(List.copyOf(entries));
        }
        if (failure != Failure.NONE) {
            throw new IllegalStateException("the test lets it fail");
        }
    }

    public void failNext(Failure failure) {
        next = failure;
    }

    public int reads() {
        return reads;
    }

    public List<List<Entry>> batches() {
        return List.copyOf(batches);
    }

    public List<Entry> pages() {
        return batches.stream()
                .flatMap(List::stream)
                .filter(entry -> entry.page() != null)
                .toList();
    }
}
