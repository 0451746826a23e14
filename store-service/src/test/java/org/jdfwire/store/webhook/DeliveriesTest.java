package org.jdfwire.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jdfwire.store.webhook.Receiver.TAKEN;
import static org.jdfwire.store.webhook.Receiver.status;
import static org.jdfwire.store.webhook.Receiver.text;

import com.standardwebhooks.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.Trim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DeliveriesTest {
    private static final TopicFilter CREATED = new TopicFilter(
            Set.of(ChangeType.of("topic.created")),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null,
            List.of());

    private final WebhookRig rig = new WebhookRig();
    private final Deliveries sender = rig.instance("a");

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void sendsEachChangeOnceInOrderSignedAsTheReferenceImplementationSigns() throws Exception {
        List<Change> changes = rig.record(40);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);

        sender.turn(made.subscription().id());

        assertThat(rig.receiver.ids()).containsExactlyElementsOf(ids(made, changes));
        Webhook reference = new Webhook(made.secret());
        for (int i = 0; i < changes.size(); i++) {
            Receiver.Request request = rig.receiver.requests().get(i);
            Map<String, List<String>> headers = new HashMap<>();
            request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
            reference.verify(request.text(), headers);
            JsonNode body = Json.MAPPER.readTree(request.body());
            assertThat(body.propertyNames()).containsExactly("type", "timestamp", "data");
            assertThat(body.get("type").asString())
                    .isEqualTo(changes.get(i).type().text());
            assertThat(body.get("timestamp").asString())
                    .isEqualTo(changes.get(i).recordedAt().toString());
            assertThat(request.text())
                    .endsWith(",\"data\":" + JournalEntry.of(changes.get(i)).json() + "}");
            assertThat(request.line()).isEqualTo("POST /hook?a=b HTTP/1.1");
            assertThat(request.headers()).containsEntry("content-type", "application/json");
        }
        Subscription after = rig.find(made.subscription().id());
        assertThat(after.lease()).isNull();
        assertThat(after.progress().attempts()).isEqualTo(40);
        assertThat(rig.counted(Outcome.DELIVERED)).isEqualTo(40);
    }

    @Test
    void goesOnAfterWhatTheFilterHeldBack() {
        List<Change> changes = rig.record(50);
        Webhooks.WithSecret made = rig.subscribe(CREATED);

        sender.turn(made.subscription().id());

        assertThat(rig.receiver.ids())
                .containsExactlyElementsOf(ids(
                        made,
                        changes.stream()
                                .filter(change -> change.type().text().equals("topic.created"))
                                .toList()));
        assertThat(rig.find(made.subscription().id()).position())
                .isEqualTo(Position.after(changes.get(49).cursor()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void bringsEveryChangeInOrderUnderOneIdToAReceiverThatDoesEverythingWrong(int seed) {
        List<Change> changes = rig.record(25);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        String id = made.subscription().id();
        Random random = new Random(seed);
        List<Receiver.Reply> wrong = List.of(
                status("500 Internal Server Error", ""),
                status("404 Not Found", ""),
                status("302 Found", "Location: " + rig.receiver.url() + "\r\n"),
                status("308 Permanent Redirect", "Location: http://169.254.169.254/\r\n"),
                status("410 Gone", ""),
                status("429 Too Many Requests", "Retry-After: 3600\r\n"),
                status("503 Service Unavailable", "Retry-After: soon\r\n"),
                text("220 mail.example ESMTP\r\n"),
                text("HTTP/1.1 200"),
                text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"),
                text(""),
                rig.receiver.endless("HTTP/1.1 200 OK\r\nX: "),
                rig.receiver.silence());
        for (int i = 0; i < 60; i++) {
            rig.receiver.next(random.nextInt(3) == 0 ? TAKEN : wrong.get(random.nextInt(wrong.size())));
        }
        while (rig.find(id).position().isBefore(changes.get(24).cursor())) {
            sender.turn(id);
            Subscription now = rig.find(id);
            assertThat(now.lease()).isNull();
            if (!now.status().isActive()) {
                assertThat(now.status().reason()).isNotBlank();
                rig.webhooks().resume(id);
            } else if (now.progress().nextAttemptAt() != null) {
                rig.clock.set(now.progress().nextAttemptAt());
            }
        }

        List<String> ids = rig.receiver.ids();
        assertThat(ids).hasSizeGreaterThan(40);
        assertThat(rig.receiver.taken()).containsExactlyElementsOf(ids(made, changes));
        assertThat(ids.stream().distinct()).containsExactlyElementsOf(ids(made, changes));
        for (int i = 1; i < ids.size(); i++) {
            assertThat(number(ids.get(i))).isGreaterThanOrEqualTo(number(ids.get(i - 1)));
        }
        Map<String, String> bodies = new HashMap<>();
        for (Receiver.Request request : rig.receiver.requests()) {
            assertThat(bodies.computeIfAbsent(request.id(), first -> request.text()))
                    .isEqualTo(request.text());
            assertThat(request.headers().get("webhook-signature"))
                    .isEqualTo(referenceSignature(made.secret(), request));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "220 mail.example ESMTP\r\n",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nX: y\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "200 OK\r\n\r\n",
                "endless HTTP/1.1 200 OK\r\nX: ",
                "endless "
            })
    void anAnswerWithoutAWholeHeadIsNone(String answer) {
        rig.record(1);
        String id = rig.subscribe(TopicFilter.ALL).subscription().id();
        boolean endless = answer.startsWith("endless ");
        rig.receiver.next(endless ? rig.receiver.endless(answer.substring(8)) : text(answer));

        sender.turn(id);

        assertThat(rig.log.of(id)).singleElement().satisfies(delivery -> {
            assertThat(delivery.outcome()).as(delivery.detail()).isEqualTo(Outcome.UNREACHABLE);
            assertThat(delivery.status()).isNull();
        });
    }

    @Test
    void aReceiverThatDripsIsCutOff() {
        rig.record(1);
        String id = rig.subscribe(TopicFilter.ALL).subscription().id();
        rig.receiver.next(rig.receiver.dripping("HTTP/1.1 200 OK\r\nX: "));

        sender.turn(id);

        assertThat(rig.find(id).progress().lastFailure()).isEqualTo("java.io.IOException: no answer within PT2.3S");
    }

    @Test
    void sendsTheSameAgainWhenItIsDueAndNothingAfterItBefore() {
        List<Change> changes = rig.record(2);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        String id = made.subscription().id();
        rig.receiver.next(status("500 Oops", ""), status("429 Slow Down", "Retry-After: 600\r\n"));

        sender.turn(id);
        assertThat(rig.find(id).progress().nextAttemptAt())
                .isEqualTo(rig.clock.instant().plusSeconds(5));
        sender.turn(id);
        rig.clock.pass(Duration.ofSeconds(4));
        sender.turn(id);
        assertThat(rig.receiver.requests()).hasSize(1);
        rig.clock.pass(Duration.ofSeconds(1));
        sender.turn(id);
        assertThat(rig.find(id).progress().nextAttemptAt())
                .isEqualTo(rig.clock.instant().plusSeconds(600));
        assertThat(rig.find(id).progress().lastFailure()).isEqualTo("status 429, Retry-After: 600");
        rig.clock.pass(Duration.ofSeconds(600));
        sender.turn(id);

        String first = ids(made, changes).get(0);
        assertThat(rig.receiver.ids())
                .containsExactly(first, first, first, ids(made, changes).get(1));
        assertThat(rig.find(id).progress().failures()).isZero();
        assertThat(rig.log.of(id))
                .extracting(Delivery::outcome)
                .containsExactly(Outcome.DELIVERED, Outcome.DELIVERED, Outcome.THROTTLED, Outcome.REJECTED);
    }

    @Test
    void aReceiverThatWantsNoMoreIsDisabledAtOnceAndKeepsItsPlace() {
        List<Change> changes = rig.record(3);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        String id = made.subscription().id();
        rig.receiver.next(TAKEN, status("410 Gone", ""));

        sender.turn(id);
        sender.turn(id);

        Subscription disabled = rig.find(id);
        assertThat(disabled.status().state()).isEqualTo(Status.State.DISABLED);
        assertThat(disabled.status().reason())
                .isEqualTo("the receiver answered 410 Gone at change "
                        + changes.get(1).cursor());
        assertThat(rig.receiver.requests()).hasSize(2);
        rig.webhooks().resume(id);
        sender.turn(id);
        assertThat(rig.receiver.ids().subList(1, 4))
                .containsExactly(
                        ids(made, changes).get(1),
                        ids(made, changes).get(1),
                        ids(made, changes).get(2));
    }

    @Test
    void oneThatFailsForLongIsPausedAndSaysWhy() {
        rig.record(1);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        String id = made.subscription().id();
        Instant began = rig.clock.instant();
        for (int i = 0; i < 10; i++) {
            rig.receiver.next(status("500 Oops", ""));
            sender.turn(id);
            Instant next = rig.find(id).progress().nextAttemptAt();
            if (next != null) {
                rig.clock.set(next);
            }
        }

        Status paused = rig.find(id).status();
        assertThat(paused.state()).isEqualTo(Status.State.PAUSED);
        assertThat(paused.reason())
                .contains("was not taken in 10 attempts since " + began)
                .endsWith("the last: status 500");
        assertThat(Duration.between(began, paused.since())).isBetween(Duration.ofHours(74), Duration.ofHours(77));
        rig.clock.pass(Duration.ofDays(30));
        sender.turn(id);
        assertThat(rig.receiver.requests()).hasSize(10);
    }

    @Test
    void aBodyWithoutAnEndDoesNotHoldItUpAndTheStatusStands() {
        rig.record(2);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        rig.receiver.next(rig.receiver.endless("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), out -> {
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.flush();
            rig.receiver.silence().to(out);
        });

        sender.turn(made.subscription().id());

        assertThat(rig.counted(Outcome.DELIVERED)).isEqualTo(2);
        assertThat(rig.receiver.requests()).hasSize(2);
    }

    @Test
    void anOperatorsReplayDuringAnAttemptWins() {
        List<Change> changes = rig.record(6);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        String id = made.subscription().id();
        rig.receiver.next(TAKEN, TAKEN, TAKEN, out -> {
            rig.webhooks().replay(id, Position.START);
            TAKEN.to(out);
        });

        sender.turn(id);

        List<String> all = ids(made, changes);
        List<String> expected = new ArrayList<>(all.subList(0, 4));
        expected.addAll(all);
        assertThat(rig.receiver.ids()).containsExactlyElementsOf(expected);
    }

    @Test
    void anOperatorsPauseDuringAnAttemptIsTheLastOfIt() {
        rig.record(6);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        String id = made.subscription().id();
        rig.receiver.next(TAKEN, out -> {
            rig.webhooks().pause(id, "ops");
            TAKEN.to(out);
        });

        sender.turn(id);
        sender.turn(id);

        assertThat(rig.receiver.requests()).hasSize(2);
        assertThat(rig.find(id).status().reason()).isEqualTo("by ops");
        rig.webhooks().resume(id);
        sender.turn(id);
        assertThat(rig.receiver.ids()).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void aRotatedSecretSignsBesideTheOldOneForAsLongAsItIsSaid() {
        rig.record(1);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        String id = made.subscription().id();
        Webhooks.WithSecret rotated = rig.webhooks().rotate(id, Duration.ofHours(24));
        sender.turn(id);
        rig.clock.pass(Duration.ofHours(24));
        rig.webhooks().replay(id, Position.START);
        sender.turn(id);
        Webhooks.WithSecret leaked = rig.webhooks().rotate(id, Duration.ZERO);
        rig.webhooks().replay(id, Position.START);
        sender.turn(id);

        List<Receiver.Request> requests = rig.receiver.requests();
        assertThat(requests.get(0).headers().get("webhook-signature"))
                .isEqualTo(referenceSignature(rotated.secret(), requests.get(0))
                        + ' '
                        + referenceSignature(made.secret(), requests.get(0)));
        assertThat(requests.get(1).headers().get("webhook-signature"))
                .isEqualTo(referenceSignature(rotated.secret(), requests.get(1)));
        assertThat(requests.get(2).headers().get("webhook-signature"))
                .isEqualTo(referenceSignature(leaked.secret(), requests.get(2)));
    }

    @Test
    void oneThatATrimOvertookIsPausedAndSaysSo() {
        List<Change> changes = rig.record(9);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        new Trim(rig.mongo).before(changes.get(5).recordedAt());

        sender.turn(made.subscription().id());

        assertThat(rig.receiver.requests()).isEmpty();
        assertThat(rig.find(made.subscription().id()).status().reason())
                .startsWith("changes that it has not had were trimmed; replay from ");
    }

    @Test
    void nothingIsSentUnsigned() {
        rig.record(1);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        String id = made.subscription().id();
        SecretBox other = new SecretBox(new SecretKeySpec(new byte[16], "AES"));
        rig.subscriptions.update(
                id,
                found ->
                        found.with(List.of(new SealedSecret(other.seal(id, new byte[32]), rig.clock.instant(), null))));

        assertThatThrownBy(() -> sender.turn(id)).hasMessageContaining("cannot be opened");
        assertThat(rig.receiver.contacts()).isZero();
        assertThat(rig.find(id).lease()).isNull();
    }

    @Test
    void theLogKeepsTheLastAttemptsOnly() {
        rig.record(DeliveryLog.KEPT + 20);
        Webhooks.WithSecret made = rig.subscribe(TopicFilter.ALL);
        Webhooks.WithSecret other = rig.subscribe(CREATED);
        String id = made.subscription().id();
        sender.turn(id);
        sender.turn(id);
        sender.turn(other.subscription().id());

        assertThat(rig.log.of(id)).hasSize(DeliveryLog.KEPT);
        assertThat(rig.log.of(id).get(0).number()).isEqualTo(DeliveryLog.KEPT + 19);
        assertThat(rig.webhooks().delete(id)).isTrue();
        assertThat(rig.log.of(id)).isEmpty();
        assertThat(rig.log.of(other.subscription().id())).isNotEmpty();
    }

    private static String referenceSignature(String secret, Receiver.Request request) {
        try {
            return new Webhook(secret)
                    .sign(request.id(), Long.parseLong(request.headers().get("webhook-timestamp")), request.text());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ids(Webhooks.WithSecret made, List<Change> changes) {
        return changes.stream()
                .map(change -> "msg_" + made.subscription().id() + '_' + change.cursor())
                .toList();
    }

    private static long number(String messageId) {
        return Long.parseLong(messageId.substring(messageId.lastIndexOf('_') + 1));
    }
}
