package org.jdfwire.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class KilledBrokerTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final RuntimeException NOT_READY = new UnsupportedVersionException("metadata version unknown");

    @Test
    void asksAgainWhileTheControllerReadsItsLog() {
        Deque<KafkaFuture<Void>> answers =
                answers(failed(NOT_READY), failed(NOT_READY), KafkaFuture.completedFuture(null));
        KilledBroker.await(answers::remove, LONG);
        assertThat(answers).isEmpty();
    }

    @Test
    void isContentWhereTheBrokerIsUnknown() {
        Deque<KafkaFuture<Void>> answers = answers(failed(new BrokerIdNotRegisteredException("1")));
        KilledBroker.await(answers::remove, LONG);
        assertThat(answers).isEmpty();
    }

    @Test
    void tellsWhyTheControllerRefuses() {
        Deque<KafkaFuture<Void>> answers = answers(failed(new ClusterAuthorizationException("no")));
        assertThatIllegalStateException()
                .isThrownBy(() -> KilledBroker.await(answers::remove, LONG))
                .withRootCauseInstanceOf(ClusterAuthorizationException.class);
    }

    @Test
    void givesUpWhereTheControllerIsNeverReady() {
        assertThatIllegalStateException()
                .isThrownBy(() -> KilledBroker.await(() -> failed(NOT_READY), Duration.ofMillis(200)))
                .havingRootCause()
                .isSameAs(NOT_READY);
    }

    @Test
    void givesUpWhereTheControllerDoesNotAnswer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> KilledBroker.await(KafkaFutureImpl::new, Duration.ofMillis(1)))
                .withMessageContaining("does not answer");
    }

    @SafeVarargs
    private static Deque<KafkaFuture<Void>> answers(KafkaFuture<Void>... answers) {
        return new ArrayDeque<>(List.of(answers));
    }

    private static KafkaFuture<Void> failed(RuntimeException cause) {
        KafkaFutureImpl<Void> answer = new KafkaFutureImpl<>();
        answer.completeExceptionally(cause);
        return answer;
    }
}
