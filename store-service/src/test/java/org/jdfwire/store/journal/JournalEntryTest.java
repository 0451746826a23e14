package org.jdfwire.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.rules.Chain;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.Ledger;
import org.junit.jupiter.api.Test;

/** Readers keep these bytes and check their hashes, so they stay as they are. */
class JournalEntryTest {

    @Test
    void aChangeIsWrittenLikeThis() {
        List<Change> changes = new ArrayList<>();
        Ledger ledger = new Ledger(List.of(), List.of(), List.of());
        Chain chain = new Chain(null, null);
        changes.addAll(chain.append(
                ledger, read(0, topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One."))));
        changes.addAll(chain.append(ledger, read(1, topic(133, "germany", page(133, 2, NOON, "v2"), PARSER, "Two."))));

        assertThat(JournalEntry.of(changes.get(2)).json()).isEqualTo("""
                {"cursor":"4096","type":"topic.revised","id":"jdf-133-topics-germany@2.1#0","recordedAt":"2026-03-02T00:00:00Z",\
                "observedAt":"2026-03-01T12:00:00Z",\
                "topicId":"jdf-133-topics-germany",\
                "topic":{"topicId":"jdf-133-topics-germany","publication":"jdf","issue":{"number":133,"month":"2026-02"},"section":"topics","title":"Talks: germany","language":"en",\
                "countries":[{"code":"DE",\
                "evidence":"flag","text":"a flag"}],\
                "occurred":[{"start":"2026-02-03","end":"2026-02-04","text":"On February 3 and 4","precision":"day","yearInferred":true,"anchorInferred":false}],\
                "people":[{"name":"Tanaka","role":"Minister"}],"organizations":["NIDS"],\
                "kind":"teleconference","paragraphs":["Two."],"images":[],"links":[],\
                "page":{"url":"https://www.mod.go.jp/en/jdf/no133/topics.html","version":2,"sha256":"fb04dcb6970e4c3d1873de51fd5a50d7bb46b3383113602665c350ec40b5f990","fetchedAt":"2026-03-01T12:00:00Z"},\
                "evidence":{"startLine":3,"endLine":9,"selector":"h3"},\
                "parser":{"version":"1","layout":"site"},\
                "contentHash":"sha256:d7802e1d719096d06b74bae58b4375e0e27f1840a80d6964bd6c49916600951a"},\
                "patch":[{"op":"replace","path":"/paragraphs/0","value":"Two."}],\
                "page":{"url":"https://www.mod.go.jp/en/jdf/no133/topics.html","version":2,"sha256":"fb04dcb6970e4c3d1873de51fd5a50d7bb46b3383113602665c350ec40b5f990","fetchedAt":"2026-03-01T12:00:00Z"},\
                "parser":{"version":"1","layout":"site"},\
                "previousHash":"sha256:09243280122f2e5c5879ba3a2dd2343d8e77294d3576606d39af6c266a0e6b00",\
                "hash":"sha256:854fe1c5f8dcba0730f1aeb7022b6ad28d603caa78a43bb6c1232e57b4fdf505"}""");
    }

    @Test
    void aChangeReadBackIsTheSame() {
        Ledger ledger = new Ledger(List.of(), List.of(), List.of());
        List<Change> changes = new Chain(null, null)
                .append(ledger, read(0, topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One.")));

        assertThat(changes).hasSize(2).allSatisfy(change -> {
            assertThat(JournalEntry.of(change).change()).isEqualTo(change);
            assertThat(JournalEntry.of(JournalEntry.of(change).change())).isEqualTo(JournalEntry.of(change));
        });
    }

    private static JournalEvent read(long offset, Topic topic) {
        return new JournalEvent.TopicRead(
                new JournalEvent.Envelope(
                        Cursor.of(0, offset, 0),
                        topic.topicId() + "@" + topic.page().version() + ".1",
                        Instant.parse("2026-03-02T00:00:00Z"),
                        topic.page().fetchedAt()),
                topic);
    }
}
