package org.jdfwire.standalone.broker;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.StandardEnvironment;

/**
 * What every client of a broker needs: its address, and TLS and SASL as the environment says to the services too, such as
 * {@code SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL}.
 */
public final class KafkaSettings {
    private KafkaSettings() {}

    /** Returns settings to which a client's own can be added. */
    public static Map<String, Object> of(String bootstrapServers) {
        KafkaProperties properties =
                Binder.get(new StandardEnvironment()).bindOrCreate("spring.kafka", KafkaProperties.class);
        Map<String, Object> settings = properties.buildAdminProperties();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return settings;
    }

    /** Returns them with a client's own. */
    public static Map<String, Object> of(String bootstrapServers, Map<String, Object> own) {
        Map<String, Object> settings = of(bootstrapServers);
        settings.putAll(own);
        return settings;
    }
}
