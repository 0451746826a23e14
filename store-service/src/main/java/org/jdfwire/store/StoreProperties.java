package org.jdfwire.store;

import java.net.URI;
import java.time.Duration;
import org.jdfwire.contracts.Checks;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The store's own settings, prefix {@code store}; {@code store.yml} says what each is by default.
 *
 * @param heartbeat the longest time that a stream says nothing
 * @param slowClient the longest time that a stream's client may take nothing of what it is sent
 * @param drain the time over which the streams are closed when the store stops
 * @param streams how many streams and long polls may be open
 * @param streamsPerAddress how many of them from one address
 * @param chainCheck time between two looks at the hash chain
 * @param tailCapacity how many of the newest changes are kept in memory for the streams
 * @param httpThreads how many requests may wait for MongoDB at once
 * @param publicUrl where readers reach this store, without a slash at the end; links in feeds begin with it
 * @param tagAuthority domain and date of the feeds' {@code tag:} ids (RFC 4151); never change it
 */
@ConfigurationProperties("store")
public record StoreProperties(
        Duration heartbeat,
        Duration slowClient,
        Duration drain,
        int streams,
        int streamsPerAddress,
        Duration chainCheck,
        int tailCapacity,
        int httpThreads,
        URI publicUrl,
        String tagAuthority) {
    public StoreProperties {
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            Checks.refuse("store.heartbeat", heartbeat, "longer than nothing");
        }
        if (slowClient.compareTo(heartbeat) <= 0) {
            Checks.refuse("store.slow-client", slowClient, "longer than the heartbeat, " + heartbeat);
        }
        if (drain.isNegative()) {
            Checks.refuse("store.drain", drain, "0 or more");
        }
        Checks.atLeast(1, "store.streams", streams);
        Checks.atLeast(1, "store.streams-per-address", streamsPerAddress);
        if (chainCheck.isNegative() || chainCheck.isZero()) {
            Checks.refuse("store.chain-check", chainCheck, "longer than nothing");
        }
        Checks.atLeast(1, "store.tail-capacity", tailCapacity);
        Checks.atLeast(1, "store.http-threads", httpThreads);
        if (!publicUrl.isAbsolute() || publicUrl.toString().endsWith("/")) {
            Checks.refuse("store.public-url", publicUrl, "an absolute URL without a slash at the end");
        }
        Checks.text("store.tag-authority", tagAuthority);
    }
}
