package org.jdfwire.store.poll;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** How wishes reach Kafka. */
@Configuration(proxyBeanMethods = false)
class PollConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    PollRequests pollRequests(KafkaTemplate<byte[], byte[]> kafka) {
        return new PollRequests(kafka, PATIENCE);
    }
}
