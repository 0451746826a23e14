package org.jdfwire.store.canary;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.Message;

/** Who judges canaries, tells of them and hears of them. */
@Configuration(proxyBeanMethods = false)
class CanaryConfiguration {

    @Bean
    CanaryLog canaryLog(KafkaTemplate<byte[], byte[]> kafka, MeterRegistry meters) {
        return new CanaryLog(kafka, meters);
    }

    @Bean
    CanaryWatch canaryWatch(MeterRegistry meters) {
        return new CanaryWatch(InstantSource.system(), meters);
    }

    /** The function {@code canary}, named as its binding is. */
    @Bean
    Consumer<Message<List<byte[]>>> canary(CanaryWatch watch) {
        return watch::accept;
    }
}
