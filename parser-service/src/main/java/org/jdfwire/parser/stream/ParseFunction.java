package org.jdfwire.parser.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdfwire.contracts.meter.StageMeters;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.topic.Confidence;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.parser.ParseResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * The stream function {@code parse}: a batch of pages in, their topics and manifests out, rejects to {@code jdf.rejects}.
 *
 * <p>The binder runs it in one Kafka transaction with the batch's offsets. No page can fail a batch: a defect of the
 * parser becomes a reject of that page, and a record that is no page event is counted and passed over. A canary is read as
 * any page is; its mark goes on with what it becomes, and it counts as itself only.
 */
final class ParseFunction implements Function<Message<List<?>>, List<Message<byte[]>>> {
    private static final Logger LOG = LoggerFactory.getLogger(ParseFunction.class);

    private final PageAnswers answers;
    private final ParserMetrics metrics;

    ParseFunction(BiFunction<PageFetched, byte[], ParseResult> parser, ParserMetrics metrics) {
        this.answers = new PageAnswers(parser);
        this.metrics = metrics;
    }

    @Override
    public List<Message<byte[]>> apply(Message<List<?>> batch) {
        List<PageRecord> records = PageRecord.of(batch);
        List<Message<byte[]>> out = new ArrayList<>();
        try (StageMeters.Work pages = metrics.take(records)) {
            for (PageRecord record : records) {
                PageFetched fetched = fetched(record);
                if (fetched != null && record.body() != null) {
                    out.addAll(messages(record, fetched, record.body()));
                }
            }
            pages.done();
        }
        return out;
    }

    private @Nullable PageFetched fetched(PageRecord record) {
        try {
            if (record.body() == null) {
                throw new IllegalArgumentException("value: absent (expected: a page's bytes)");
            }
            return PageFetched.fromHeaders(record.headers());
        } catch (IllegalArgumentException e) {
            // without its headers nobody knows which page version this is, so there is no page to reject
            LOG.warn("record {} (key {}) passed over: {}", record.position(), record.key(), e.getMessage());
            metrics.malformed();
            return null;
        }
    }

    private List<Message<byte[]>> messages(PageRecord record, PageFetched fetched, byte[] body) {
        PageAnswer answer =
                record.isCanary() ? answers.answer(fetched, body) : metrics.timed(() -> answers.answer(fetched, body));
        if (record.isCanary()) {
            metrics.canary();
        } else if (answer.result() instanceof ParseResult.Parsed parsed) {
            parsed(parsed);
        } else if (answer.result() instanceof ParseResult.Rejected rejected) {
            rejected(rejected.reject());
        }
        Map<String, String> further = record.handedOn();
        return answer.messages().stream()
                .map(message -> message.with(further).message())
                .toList();
    }

    private void parsed(ParseResult.Parsed parsed) {
        PageParsed manifest = parsed.manifest();
        Confidence confidence = manifest.confidence();
        LOG.info(
                "{} version {}: {} topics, layout {}, confidence {}",
                manifest.page().url(),
                manifest.page().version(),
                manifest.topicIds().size(),
                manifest.parser().layout(),
                confidence == null ? "not counted" : confidence.score());
        metrics.parsed(parsed);
    }

    private void rejected(PageRejected reject) {
        LOG.info(
                "{} version {}: rejected, {}: {}",
                reject.page().url(),
                reject.page().version(),
                reject.reason().text(),
                reject.detail());
        metrics.rejected(reject.reason());
    }
}
