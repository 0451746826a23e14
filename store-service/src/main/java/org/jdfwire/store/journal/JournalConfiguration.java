package org.jdfwire.store.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who watches the journal while the store runs. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
    /** Less than a second of work. */
    private static final long CHANGES_A_LOOK = 5_000;

    /** Looks at the hash chain as often as {@code store.chain-check} says. */
    @Bean
    ChainWatch chainWatch(TopicJournal journal, Horizons horizons, ChainCheck chain, MeterRegistry meters) {
        return new ChainWatch(journal, horizons, chain, CHANGES_A_LOOK, InstantSource.system(), meters);
    }

    @Bean
    JournalMeters journalMeters(TopicJournal journal, MeterRegistry meters) {
        return new JournalMeters(journal, meters);
    }
}
