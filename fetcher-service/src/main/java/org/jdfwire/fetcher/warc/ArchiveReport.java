package org.jdfwire.fetcher.warc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what the records of one archive were: {@code records = captures + passed over (by reason) + broken}. */
public final class ArchiveReport {
    private static final int MOST_NAMED = 20;
    private static final int MOST_AWAITED = 10_000;

    private final Map<String, Integer> passedOver = new TreeMap<>();
    private final List<ArchiveEntry.Broken> named = new ArrayList<>();
    private final Set<String> awaited = new TreeSet<>();
    private int captures;
    private int broken;

    /** Counts one. */
    public void count(ArchiveEntry entry) {
        if (entry instanceof ArchiveEntry.Page) {
            captures++;
        } else if (entry instanceof ArchiveEntry.PassedOver record) {
            passedOver.merge(record.reason(), 1, Integer::sum);
        } else if (entry instanceof ArchiveEntry.Awaiting revisit) {
            passedOver.merge("a revisit of a response that is in no archive here", 1, Integer::sum);
            if (awaited.size() < MOST_AWAITED) {
                awaited.addAll(revisit.keys());
            }
        } else if (entry instanceof ArchiveEntry.Broken record) {
            broken++;
            if (named.size() < MOST_NAMED) {
                named.add(record);
            }
        }
    }

    /** Whether at least one record could be read. */
    public boolean isArchive() {
        return captures > 0 || !passedOver.isEmpty();
    }

    /** Returns what revisits call the responses that are in no archive here; the first of very many. */
    public List<String> awaited() {
        return List.copyOf(awaited);
    }

    /** Returns the counts in one line. */
    public String summary() {
        int others = passedOver.values().stream().mapToInt(Integer::intValue).sum();
        return captures + " captures, " + others + " records passed over, " + broken + " broken";
    }

    /** Returns the counts, the reasons, and the first of the broken records, a line each. */
    public String text() {
        StringBuilder text = new StringBuilder(summary());
        passedOver.forEach((reason, count) ->
                text.append("\npassed over ").append(count).append(": ").append(reason));
        for (ArchiveEntry.Broken record : named) {
            text.append("\nbroken at offset ")
                    .append(record.offset())
                    .append(": ")
                    .append(record.reason());
        }
        if (broken > named.size()) {
            text.append("\nand ").append(broken - named.size()).append(" more broken");
        }
        return text.toString();
    }
}
