package org.jdfwire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RequestCountTest {
    private static final Instant LATE = Instant.parse("2026-11-24T23:59:59.999Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(LATE);
    private final RequestCount count = new RequestCount(now::get);

    @Test
    void countsEachHostOfItsOwn() {
        count.add("a.example");
        count.add("a.example");
        count.add("b.example");

        assertThat(count.today("a.example")).isEqualTo(2);
        assertThat(count.today("b.example")).isEqualTo(1);
        assertThat(count.today("c.example")).isZero();
    }

    @Test
    void beginsAnewAtMidnightInUtc() {
        count.add("a.example");
        assertThat(count.today("a.example")).isEqualTo(1);

        now.set(LATE.plusMillis(1));
        assertThat(count.today("a.example")).isZero();
        count.add("a.example");
        assertThat(count.today("a.example")).isEqualTo(1);
    }

    @Test
    void anotherDayDoesNotBeginWithWhatThisOneIsTold() {
        now.set(LATE.plusMillis(1));
        count.atLeast("a.example", 3);
        assertThat(count.today("a.example")).isEqualTo(3);
        count.atLeast("a.example", 2);
        assertThat(count.today("a.example")).isEqualTo(3);
    }
}
