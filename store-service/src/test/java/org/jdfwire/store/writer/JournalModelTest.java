package org.jdfwire.store.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.rules.Chain;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.Ledger;
import org.jdfwire.store.writer.PastOfPages.Step;

/** Whatever happens to pages, and in whatever order it is heard of, the rules tell what a simple model tells. */
class JournalModelTest {
    @Property(tries = 10_000)
    void theRulesTellWhatTheModelTells(@ForAll("histories") List<Step> steps) {
        Ledger ledger = new Ledger(List.of(), List.of(), List.of());
        Chain chain = new Chain(null, null);
        JournalModel model = new JournalModel();
        PastOfPages past = new PastOfPages();
        List<Change> journal = new ArrayList<>();
        int offset = 0;
        for (Step step : steps) {
            Observation seen = past.next(step);
            if (seen == null) {
                continue;
            }
            List<JournalModel.Told> told = model.observe(seen);

            List<Change> changes = new ArrayList<>();
            List<JournalEvent> events = seen.events(offset);
            offset += events.size();
            events.forEach(event -> changes.addAll(chain.append(ledger, event)));

            assertThat(ReadChanges.told(changes)).as("told of %s", seen).isEqualTo(told);
            journal.addAll(changes);
            changes.stream()
                    .map(Change::topicId)
                    .filter(id -> id != null)
                    .forEach(id -> assertThat(ReadChanges.history(journal.stream()
                                    .filter(change -> id.equals(change.topicId()))
                                    .toList()))
                            .as("what %s said when", id)
                            .isEqualTo(model.history(id)));
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return PastOfPages.histories(15);
    }
}
