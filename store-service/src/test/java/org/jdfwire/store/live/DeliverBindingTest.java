package org.jdfwire.store.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.core.JacksonException;

class DeliverBindingTest {
    private static final TopicFilter AUSTRALIA = new TopicFilter(
            Set.of(), Set.of(), Set.of(), Set.of("AU"), Set.of(), Set.of(), Set.of(), null, null, List.of());

    private final LiveTail tail = new LiveTail(8);
    private final DeliverBinding binding = new DeliverBinding(tail);

    @Test
    void sendsTheJsonOfTheJournalByteForByte() {
        Change first = change(1, "DE");
        Change second = change(2, "AU");
        binding.accept(batch(record(first), record(second)));

        List<LiveChange> got = read(TopicFilter.ALL);
        assertThat(got).hasSize(2);
        assertThat(new String(got.get(1).sse(), StandardCharsets.UTF_8))
                .isEqualTo("id: 2\nevent: topic.created\ndata: "
                        + JournalEntry.of(second).json() + "\n\n");
        assertThat(read(AUSTRALIA)).extracting(LiveChange::cursor).containsExactly(second.cursor());
    }

    @Test
    void readsTheJsonOnlyForAFilter() {
        Change change = change(1, "DE");
        binding.accept(batch(
                new Record(change.toHeaders(), "{\"of\": \"a later version\"}".getBytes(StandardCharsets.UTF_8))));

        assertThat(read(TopicFilter.ALL)).hasSize(1);
        assertThatThrownBy(() -> read(AUSTRALIA)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesWhatItsHeadersDoNotDescribe() {
        Map<String, String> headers = new LinkedHashMap<>(change(1, "DE").toHeaders());
        headers.put("ce_type", "org.jdfwire.topic.forgotten.v1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> binding.accept(batch(new Record(headers, new byte[] {'{', '}'}))))
                .withMessageStartingWith("ce_type: org.jdfwire.topic.forgotten.v1 (expected: one of [");
        headers.remove("ce_cursor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> binding.accept(batch(new Record(headers, new byte[] {'{', '}'}))))
                .withMessage("ce_cursor: absent (expected: a value)");
    }

    private List<LiveChange> read(TopicFilter filter) {
        return tail.read(new Position(0), filter, StreamForm.SSE).changes();
    }

    private record Record(Map<String, String> headers, byte[] json) {}

    private static Record record(Change change) {
        return new Record(change.toHeaders(), Json.bytes(change));
    }

    private static Message<List<byte[]>> batch(Record... records) {
        return MessageBuilder.withPayload(Stream.of(records).map(Record::json).toList())
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        Stream.of(records).map(Record::headers).toList())
                .build();
    }

    private static Change change(long cursor, String country) {
        return LooseChanges.created(cursor, topic(133, "talks", country, page(133, 1, MORNING, "v1"), PARSER, "One."));
    }
}
