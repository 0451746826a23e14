package org.jdfwire.store.writer;

import java.util.List;
import java.util.function.Consumer;
import org.jdfwire.contracts.trace.PageSpan;
import org.jdfwire.contracts.trace.PageTraces;
import org.springframework.messaging.Message;

/** The last step of a page's trace: its changes are handed to those who follow the feed. */
final class TracedDelivery {
    private TracedDelivery() {}

    static void of(PageTraces traces, Message<List<byte[]>> batch, Consumer<Message<List<byte[]>>> delivery) {
        if (!traces.isOn()) {
            delivery.accept(batch);
            return;
        }
        List<PageSpan> spans = LogRecord.of(batch).stream()
                .map(record -> traces.goOn("deliver", record.headers()))
                .toList();
        try {
            delivery.accept(batch);
        } finally {
            spans.forEach(PageSpan::close);
        }
    }
}
