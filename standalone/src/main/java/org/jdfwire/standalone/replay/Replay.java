package org.jdfwire.standalone.replay;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.parser.ParseResult;
import org.jdfwire.parser.stream.Outbound;
import org.jdfwire.parser.stream.PageAnswer;
import org.jdfwire.parser.stream.PageAnswers;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.standalone.command.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stored pages once more and publishes what they become, as the parser does; a dry run does all of that but
 * publish.
 *
 * <p>The changes that come of it are told beforehand by the store's own rules, applied to {@code jdf.topics} as it is.
 * Only what a running instance publishes meanwhile is not in that.
 */
public final class Replay {
    /** Pages of one transaction, as in {@code parser.yml}. */
    private static final int BATCH = 100;

    private final String kafka;
    private final PageAnswers parser;
    private final String parserVersion;
    private final @Nullable Instant from;
    private final PrintStream out;

    /**
     * Prepares a replay.
     *
     * @param kafka brokers, host:port
     * @param parser what reads a page; it must say of each result that {@code parserVersion} gave it
     * @param from only pages that Kafka took at that time or later, or null for all
     * @param out gets a line now and then on how far it is
     */
    public Replay(
            String kafka,
            BiFunction<PageFetched, byte[], ParseResult> parser,
            String parserVersion,
            @Nullable Instant from,
            PrintStream out) {
        this.kafka = kafka;
        this.parser = new PageAnswers(parser);
        this.parserVersion = parserVersion;
        this.from = from;
        this.out = out;
    }

    /**
     * Tells what a run would change, and changes nothing.
     *
     * @param each gets every change in its order
     */
    public Summary dryRun(Consumer<ExpectedChange> each) {
        return run(messages -> {}, each);
    }

    /**
     * Publishes what the pages become.
     *
     * @param each gets every change that the store is expected to make of it, once its cause is published
     */
    public Summary run(Consumer<ExpectedChange> each) {
        // first of all: what a killed run left open would hold up every reader of committed records
        try (Publisher publisher = Publisher.at(kafka)) {
            return run(publisher::publish, each);
        }
    }

    private Summary run(Consumer<List<Outbound>> publish, Consumer<ExpectedChange> each) {
        try (KafkaLog log = KafkaLog.at(kafka)) {
            requireDestinations(log);
            KnownStates known = KnownStates.read(log);
            StoredPages pages = StoredPages.choose(log, known, parserVersion, from);
            Tally tally = new Tally(pages.stored(), pages.answered());
            Progress progress = new Progress(out, pages.size());
            List<Outbound> batch = new ArrayList<>();
            Runnable settle = () -> {
                publish.accept(batch);
                batch.stream().flatMap(message -> known.take(message).stream()).forEach(change -> {
                    tally.count(change);
                    each.accept(change);
                });
                batch.clear();
                progress.at(tally.pages(), tally.refused());
            };
            pages.forEach((fetched, body) -> {
                PageAnswer answer = parser.answer(fetched, body);
                tally.count(answer.result());
                answer.messages().forEach(message -> batch.add(marked(message)));
                if (tally.pages() % BATCH == 0) {
                    settle.run();
                }
            });
            settle.run();
            progress.end(tally.pages(), tally.refused());
            return tally.summary();
        }
    }

    private static Outbound marked(Outbound message) {
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.put("ce_" + EventAttributes.REPLAYED, "true");
        return new Outbound(message.destination(), message.key(), headers, message.value());
    }

    private static void requireDestinations(KafkaLog log) {
        for (String destination : List.of(Destinations.PAGES, Destinations.TOPICS, Destinations.REJECTS)) {
            if (log.partitions(destination).isEmpty()) {
                throw new Problem("Kafka: no " + destination
                        + " (expected: pages that ./jdfwire up or import has stored; nothing to read again)");
            }
        }
    }
}
