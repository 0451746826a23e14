package org.jdfwire.store.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.live.LiveTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Webhooks, put together. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final InstantSource CLOCK = InstantSource.system();

    @Bean
    SecretBox secretBox(WebhookProperties properties) {
        return new SecretBox(WebhookKey.of(properties));
    }

    @Bean
    WebhookClient webhookClient(WebhookProperties properties) {
        return new WebhookClient(properties, new AddressGate(), CLOCK);
    }

    @Bean
    Subscriptions subscriptions(MongoOperations mongo) {
        return new Subscriptions(mongo);
    }

    @Bean
    DeliveryLog deliveryLog(MongoOperations mongo) {
        return new DeliveryLog(mongo);
    }

    @Bean
    Attempts attempts(SecretBox box, WebhookClient client, DeliveryLog deliveries, MeterRegistry meters) {
        return new Attempts(box, client, deliveries, CLOCK, meters);
    }

    @Bean
    Deliveries webhookDeliveries(
            Subscriptions subscriptions, TopicJournal journal, Horizons horizons, Attempts attempts) {
        RetrySchedule schedule =
                new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble());
        return new Deliveries(
                subscriptions,
                journal,
                horizons,
                attempts,
                schedule,
                CLOCK,
                // who looks at a lease can tell on one machine whose it is
                ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    }

    @Bean
    DeliveryLoop deliveryLoop(
            Subscriptions subscriptions,
            TopicJournal journal,
            Deliveries deliveries,
            LiveTail tail,
            WebhookProperties properties,
            MeterRegistry meters) {
        ExecutorService threads = Executors.newFixedThreadPool(properties.threads(), named("webhook-"));
        DueLook due = new DueLook(subscriptions, journal, deliveries, threads, CLOCK);
        for (Status.State state : Status.State.values()) {
            Gauge.builder("jdfwire.webhook.subscriptions", due, look -> look.count(state))
                    .description("Subscriptions, as this instance saw them last")
                    .tag("state", state.text())
                    .register(meters);
        }
        Gauge.builder("jdfwire.webhook.failing", due, DueLook::failing)
                .description("Active webhooks whose receiver did not take what is due, as this instance saw them last")
                .register(meters);
        return new DeliveryLoop(
                due,
                deliveries,
                tail,
                Executors.newSingleThreadScheduledExecutor(named("webhook-loop-")),
                threads,
                CLOCK,
                STOP);
    }

    @Bean
    Webhooks webhooks(
            Subscriptions subscriptions,
            DeliveryLog deliveries,
            Attempts attempts,
            WebhookClient client,
            SecretBox box,
            WebhookProperties properties,
            DeliveryLoop loop) {
        return new Webhooks(subscriptions, deliveries, attempts, client, box, properties.most(), CLOCK, loop::wake);
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }
}
