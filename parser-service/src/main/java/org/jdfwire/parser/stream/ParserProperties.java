package org.jdfwire.parser.stream;

import org.jdfwire.contracts.Checks;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of parser-service.
 *
 * @param instance name of this instance, unique among all that run; part of its Kafka transaction id
 */
@ConfigurationProperties("parser")
record ParserProperties(String instance) {
    ParserProperties {
        Checks.text("parser.instance", instance);
    }
}
