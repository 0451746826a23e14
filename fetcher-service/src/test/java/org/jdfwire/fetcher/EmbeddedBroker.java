package org.jdfwire.fetcher;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * Spring's broker for tests with the Kafka that we run: Spring Kafka 4.1.2 is built against Kafka 4.2, whose test kit
 * had another way to ask for the address.
 */
final class EmbeddedBroker extends EmbeddedKafkaKraftBroker {
    EmbeddedBroker() {
        super(1, 1);
        brokerProperty("transaction.state.log.replication.factor", "1");
        brokerProperty("transaction.state.log.min.isr", "1");
        brokerProperty("group.initial.rebalance.delay.ms", "0");
        brokerProperty("auto.create.topics.enable", "false");
    }

    @Override
    public String getBrokersAsString() {
        return getCluster().bootstrapServers();
    }
}
