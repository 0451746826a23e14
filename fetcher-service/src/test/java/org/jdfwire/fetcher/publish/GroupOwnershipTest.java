package org.jdfwire.fetcher.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.fetcher.ledger.InMemoryLog;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.OutcomeCounter;
import org.jdfwire.fetcher.ledger.Ownership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;

/** A share of the polling is a lease; the coordinator is played by Kafka's own mock of a consumer. */
class GroupOwnershipTest {
    private static final String URL = "https://www.mod.go.jp/en/jdf/";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean confirms = new AtomicBoolean(true);
    private final AtomicInteger confirmed = new AtomicInteger();
    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<Duration> answerTakes = new AtomicReference<>(Duration.ZERO);
    private final Member member = new Member();
    private final InMemoryLog log = new InMemoryLog();
    private final Ledger ledger = new Ledger(log, new OutcomeCounter(new SimpleMeterRegistry()));
    private final GroupOwnership ownership =
            new GroupOwnership(new Members(), ledger, InstantSource.fixed(NOON), nanos::get);

    @BeforeEach
    void getAShare() {
        member.updateEndOffsets(Map.of(partition(1), 0L, partition(2), 0L));
        ownership.start();
        await().until(() -> !member.subscription().isEmpty());
        share(1, 2);
        await().until(() -> ownership.held().equals(Set.of(1, 2)));
    }

    @AfterEach
    void stop() {
        ownership.close();
    }

    @Test
    void holdsItsShareWhileTheCoordinatorConfirmsIt() {
        for (int i = 0; i < 10; i++) {
            int before = confirmed.get();
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            await().until(() -> confirmed.get() > before);
        }

        assertThat(ownership.held()).containsExactlyInAnyOrder(1, 2);
        try (Ownership.Hold hold = Objects.requireNonNull(ownership.take(1))) {
            assertThat(hold.since()).isEqualTo(NOON);
        }
        assertThat(ownership.take(3)).as("a partition of another").isNull();
    }

    @Test
    void holdsNothingOnceTheSessionHasPassedWithoutAWord() {
        confirms.set(false);
        nanos.addAndGet(GroupOwnership.SESSION.toNanos());

        assertThat(ownership.held()).isEmpty();
        assertThat(ownership.take(1)).isNull();
        await().until(() -> refused.get() > 0);
        member.awaitNextPoll();
        assertThat(ownership.held()).as("after a word that was no").isEmpty();

        confirms.set(true);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        await().untilAsserted(() -> assertThat(ownership.held()).containsExactlyInAnyOrder(1, 2));
    }

    @Test
    void theSessionBeginsWhenItAsksAndNotWhenItIsAnswered() {
        int before = confirmed.get();
        answerTakes.set(Duration.ofSeconds(4));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        await().until(() -> confirmed.get() > before);
        member.awaitNextPoll();
        assertThat(ownership.held()).containsExactlyInAnyOrder(1, 2);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(ownership.held()).as("six seconds after it asked").isEmpty();
    }

    @Test
    void forgetsWhatItKnewOfAPartitionThatAnotherGets() {
        holdThePartitionOfTheLog();
        int reads = log.reads();
        AtomicBoolean given = new AtomicBoolean();
        member.schedulePollTask(() -> {
            ownership.onPartitionsRevoked(List.of(partition(0)));
            given.set(true);
        });
        await().untilTrue(given);
        ledger.find(URL);

        assertThat(log.reads()).isEqualTo(reads + 1);
    }

    @Test
    void readsAnewWhatAnotherHasWrittenToItsPartition() {
        holdThePartitionOfTheLog();
        int reads = log.reads();
        FetchRecord written = new FetchRecord(
                URL, "inbox", "inbox", URL, 0, null, null, NOON, NOON, null, null, 0, null, null, null, null,
                List.of());
        member.schedulePollTask(() ->
                member.addRecord(new ConsumerRecord<>(Destinations.FETCHES, 0, 0, new byte[0], Json.bytes(written))));
        member.awaitNextPoll();
        member.awaitNextPoll();
        ledger.find(URL);

        assertThat(log.reads()).isEqualTo(reads + 1);
    }

    private void holdThePartitionOfTheLog() {
        member.updateEndOffsets(Map.of(partition(0), 0L));
        share(0, 1, 2);
        await().until(() -> ownership.held().contains(0));
        ledger.find(URL);
        int reads = log.reads();
        ledger.find(URL);
        assertThat(log.reads()).as("it is known while it is held").isEqualTo(reads);
    }

    @Test
    void givesAPartitionUpInOrderAfterTheAttemptAtHand() {
        Ownership.Hold hold = Objects.requireNonNull(ownership.take(1));
        AtomicBoolean given = new AtomicBoolean();
        member.schedulePollTask(() -> {
            ownership.onPartitionsRevoked(List.of(partition(1)));
            given.set(true);
        });

        await().until(() -> !ownership.held().contains(1));
        assertThat(ownership.take(1)).as("no further attempt").isNull();
        assertThat(given).as("waits for the attempt at hand").isFalse();
        hold.close();
        await().untilTrue(given);
    }

    @Test
    void aPartitionThatIsLostIsNotWaitedFor() {
        try (Ownership.Hold hold = Objects.requireNonNull(ownership.take(1))) {
            AtomicBoolean given = new AtomicBoolean();
            member.schedulePollTask(() -> {
                ownership.onPartitionsLost(List.of(partition(1)));
                given.set(true);
            });

            await().untilTrue(given);
            assertThat(ownership.held()).containsExactly(2);
            assertThat(hold.since()).isEqualTo(NOON);
        }
    }

    @Test
    void oneThatFailsHoldsNothingAndEntersAnew() {
        member.setPollException(new KafkaException("sample"));

        await().untilAsserted(() -> assertThat(ownership.held()).isEmpty());
        await().until(() -> entered.get() > 1);
    }

    private void share(int... partitions) {
        member.schedulePollTask(() -> member.rebalance(Arrays.stream(partitions)
                .mapToObj(GroupOwnershipTest::partition)
                .toList()));
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Destinations.FETCHES, number);
    }

    /** A member whose coordinator takes commits or not. */
    private final class Member extends MockConsumer<byte[], byte[]> {
        Member() {
            super("latest");
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            if (!confirms.get()) {
                refused.incrementAndGet();
                throw new RebalanceInProgressException("sample");
            }
            Duration slow = answerTakes.get();
            nanos.addAndGet(slow.toNanos());
            // one slow answer, and none after it
            confirms.set(slow.isZero());
            confirmed.incrementAndGet();
        }

        /** Kafka's own waits for nobody; the mock's would wait for the poll at hand. */
        @Override
        public void wakeup() {}

        /** Waits until what the member does after the answer at hand is done. */
        void awaitNextPoll() {
            AtomicBoolean polled = new AtomicBoolean();
            schedulePollTask(() -> polled.set(true));
            await().untilTrue(polled);
        }
    }

    private final class Members implements ConsumerFactory<byte[], byte[]> {
        @Override
        public Consumer<byte[], byte[]> createConsumer(
                String groupId, String clientIdPrefix, String clientIdSuffix, Properties properties) {
            entered.incrementAndGet();
            return member;
        }

        @Override
        public boolean isAutoCommit() {
            return false;
        }
    }
}
