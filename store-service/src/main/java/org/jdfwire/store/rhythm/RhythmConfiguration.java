package org.jdfwire.store.rhythm;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.jdfwire.store.query.IssueFinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the rhythms told to readers and to Prometheus. */
@Configuration(proxyBeanMethods = false)
class RhythmConfiguration {

    @Bean
    Rhythms rhythms(IssueFinder issues) {
        return new Rhythms(issues, InstantSource.system());
    }

    @Bean
    RhythmMeters rhythmMeters(Rhythms rhythms, MeterRegistry meters) {
        return new RhythmMeters(rhythms, meters);
    }
}
