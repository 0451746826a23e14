package org.jdfwire.store.query;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Has the sources' meters brought up to date. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class QueryConfiguration {

    @Bean
    SourceMeters sourceMeters(SourceFinder sources, MeterRegistry registry) {
        return new SourceMeters(sources, registry);
    }
}
