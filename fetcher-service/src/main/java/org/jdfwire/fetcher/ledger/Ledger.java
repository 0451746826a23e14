package org.jdfwire.fetcher.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Target;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of each URL, in memory as it is in the log; the one place where attempts become versions.
 *
 * <p>Sources call it from their threads; one attempt is decided and written before the next is looked at.
 */
public final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final FetchLog log;
    private final OutcomeCounter counter;
    private Map<String, FetchRecord> known = new HashMap<>();
    private boolean current;

    public Ledger(FetchLog log, OutcomeCounter counter) {
        this.log = log;
        this.counter = counter;
    }

    /** Reads what is known, unless it is known already. */
    public synchronized void open() {
        if (!current) {
            known = new HashMap<>(log.readAll());
            current = true;
            LOG.info("the ledger knows {} pages", known.size());
        }
    }

    /** Returns the records of the pages that a source asks for, in no order. */
    public synchronized List<FetchRecord> ofSource(String source) {
        open();
        return known.values().stream()
                .filter(record -> record.source().equals(source))
                .toList();
    }

    /**
     * Writes attempts in one transaction: the record of each, the page where its bytes are new, and a record for each
     * link to a page that was not known. What is known changes only when the transaction has ended well.
     */
    public synchronized void record(List<Attempt> attempts) {
        open();
        List<Entry> entries = new ArrayList<>();
        Map<String, FetchRecord> changed = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            add(Bookkeeping.enter(latest(attempt.target().url(), changed), attempt), entries, changed);
            for (Target link : attempt.links()) {
                FetchRecord found = Bookkeeping.discover(latest(link.url(), changed), attempt, link);
                if (found != null) {
                    add(Entry.withoutPage(found, null), entries, changed);
                }
            }
        }
        // until it has ended well nobody knows whether it was written; the log is then read again
        current = false;
        log.append(entries);
        current = true;
        known.putAll(changed);
        entries.forEach(this::report);
    }

    private @Nullable FetchRecord latest(String url, Map<String, FetchRecord> changed) {
        FetchRecord record = changed.get(url);
        return record != null ? record : known.get(url);
    }

    private static void add(Entry entry, List<Entry> entries, Map<String, FetchRecord> changed) {
        entries.add(entry);
        changed.put(entry.record().url(), entry.record());
    }

    private void report(Entry entry) {
        Outcome outcome = entry.outcome();
        if (outcome == null) {
            LOG.debug("{} found", entry.record().url());
            return;
        }
        counter.count(outcome);
        PageFetched page = entry.page();
        String detail = entry.record().detail();
        LOG.info(
                "{} {}{}{}",
                outcome,
                entry.record().url(),
                page == null
                        ? ""
                        : " version " + page.page().version() + " via "
                                + page.via().text(),
                detail == null ? "" : ": " + detail);
    }
}
