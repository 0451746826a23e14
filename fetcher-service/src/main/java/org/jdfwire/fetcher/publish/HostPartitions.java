package org.jdfwire.fetcher.publish;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Destinations.Destination;
import org.jdfwire.fetcher.address.HttpUrl;

/**
 * In which partition of {@code jdf.fetches} a URL is kept: where Kafka's default partitioner puts the key {@code
 * https://<host>/}, so that one partition, and with it one instance, has all URLs of a host.
 *
 * <p>The number of partitions counted with is the one the destination is made with. Partitions that are added later stay
 * empty, and every record stays where it is looked for.
 */
final class HostPartitions {
    private static final int COUNT = Destinations.ALL.stream()
            .filter(destination -> destination.name().equals(Destinations.FETCHES))
            .mapToInt(Destination::partitions)
            .findFirst()
            .orElseThrow();

    private HostPartitions() {}

    static int of(String canonicalUrl) {
        String key = "https://" + HttpUrl.parse(canonicalUrl).host() + "/";
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % COUNT;
    }
}
