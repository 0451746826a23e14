package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a fetcher is known to its group. */
@SuppressWarnings("try") // a fetcher only has to run
class GroupMembershipIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final String group = UUID.randomUUID().toString();

    private final LocalSite site = new LocalSite();

    @TempDir
    private Path inbox;

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void anInstanceWithANameKeepsItsShareOverARestart() throws Exception {
        try (RunningFetcher fetcher = fetcher("one")) {
            assertThat(member().groupInstanceId()).isEqualTo(Optional.of("one"));
        }
        // it has not left: within its session the group waits for it, and shares nothing out anew
        assertThat(members()).extracting(MemberDescription::groupInstanceId).containsExactly(Optional.of("one"));
    }

    @Test
    void anInstanceWithoutANameLeavesItsShareToTheOthersAtOnce() throws Exception {
        try (RunningFetcher fetcher = fetcher("")) {
            assertThat(member().groupInstanceId()).isEmpty();
        }
        assertThat(members()).isEmpty();
    }

    private RunningFetcher fetcher(String instance) {
        return RunningFetcher.polling(site, inbox, "fetcher.group=" + group, "fetcher.instance=" + instance);
    }

    private MemberDescription member() {
        return await().atMost(LONG)
                .until(
                        this::members,
                        found -> found.stream()
                                .anyMatch(member ->
                                        !member.assignment().topicPartitions().isEmpty()))
                .iterator()
                .next();
    }

    private Collection<MemberDescription> members() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.address()))) {
            return admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get()
                    .members();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw e;
        }
    }
}
