package org.jdfwire.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Destinations.Destination;
import org.jdfwire.standalone.command.Problem;
import org.jspecify.annotations.Nullable;

/** Waits until every stage is consuming, as the broker sees it. */
final class Readiness {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 100;

    /** The consumer groups of the stages, and what each must have in hand. */
    private static final Map<String, String> STAGES = Map.of(
            "parser", Destinations.PAGES,
            "store", Destinations.TOPICS,
            "store-rejects", Destinations.REJECTS,
            "store-fetches", Destinations.FETCHES,
            "store-pages", Destinations.PAGES);

    private final Admin admin;

    private Readiness(Admin admin) {
        this.admin = admin;
    }

    /**
     * Returns when all stages are consuming.
     *
     * @throws Problem naming the stages that are not after two minutes
     */
    static void await(String kafka) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            Readiness readiness = new Readiness(admin);
            Instant deadline = Instant.now().plus(LONGEST_WAIT);
            List<String> missing = readiness.missing();
            while (!missing.isEmpty()) {
                if (Instant.now().isAfter(deadline)) {
                    throw new Problem("not ready after " + LONGEST_WAIT + ": nobody consumes for " + missing
                            + " (expected: every stage; the log says why)");
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
                missing = readiness.missing();
            }
        }
    }

    private List<String> missing() throws InterruptedException {
        List<String> missing = new ArrayList<>();
        try {
            Map<String, ConsumerGroupDescription> groups =
                    admin.describeConsumerGroups(STAGES.keySet()).all().get();
            STAGES.forEach((group, destination) -> {
                if (partitionsInHand(groups.get(group)) < partitions(destination)) {
                    missing.add(group);
                }
            });
            if (!liveDelivery()) {
                missing.add("live delivery");
            }
        } catch (ExecutionException notThereYet) {
            // a group is unknown until its first member joins
            return List.copyOf(STAGES.keySet());
        }
        return missing;
    }

    /** Whether a store hands on {@code jdf.changes} and hears of canaries, with groups of its own that have no names. */
    private boolean liveDelivery() throws InterruptedException, ExecutionException {
        Collection<GroupListing> groups = admin.listGroups().all().get();
        List<String> anonymous = groups.stream()
                .map(GroupListing::groupId)
                .filter(id -> id.startsWith("anonymous."))
                .toList();
        Set<String> heard = admin.describeConsumerGroups(anonymous).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .map(TopicPartition::topic)
                .collect(Collectors.toSet());
        return heard.containsAll(List.of(Destinations.CHANGES, Destinations.CANARIES));
    }

    private static int partitions(String destination) {
        return Destinations.ALL.stream()
                .filter(known -> known.name().equals(destination))
                .mapToInt(Destination::partitions)
                .sum();
    }

    private static int partitionsInHand(@Nullable ConsumerGroupDescription group) {
        return group == null
                ? 0
                : group.members().stream()
                        .mapToInt(
                                member -> member.assignment().topicPartitions().size())
                        .sum();
    }
}
