package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

class KafkaConfigurationTest {
    private static final String DESTINATION = "jdf.changes";

    @Test
    void aGroupCommitsBeyondTheMarksOfTransactions() {
        assertThat(fixesOffsets("store")).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "anonymous.0c4f")
    void whoCommitsNothingDoesNotAskForIt(@Nullable String group) {
        assertThat(fixesOffsets(group)).isFalse();
    }

    private static boolean fixesOffsets(@Nullable String group) {
        KafkaMessageListenerContainer<byte[], byte[]> container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties(DESTINATION));
        new KafkaConfiguration().commitsToTheVeryEnd(new Listeners()).configure(container, DESTINATION, group);
        return container.getContainerProperties().isFixTxOffsets();
    }
}
