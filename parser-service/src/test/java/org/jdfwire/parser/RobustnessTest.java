package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages made to be slow or large in memory give topics or a reason, like any other.
 *
 * <p>{@code -Djdfwire.worst=10000000} makes each page ten million characters long; the CPU time is printed, not judged. The
 * whole class then runs in a heap of fifty times a page.
 */
class RobustnessTest {
    private static final int CHARACTERS = Integer.getInteger("jdfwire.worst", 100_000);

    /** As many as are let through. */
    private static final int TAGS = 200_000;

    @ParameterizedTest
    @EnumSource
    void readsOrRefusesAPageMadeToBeSlow(WorstPages worst) {
        byte[] page = worst.page(CHARACTERS, TAGS - 100).getBytes(StandardCharsets.UTF_8);
        long start = cpuNanoseconds();
        ParseResult result = Pages.parse(Pages.URL, page);
        double seconds = (cpuNanoseconds() - start) / 1e9;
        System.out.printf(
                "%-26s %,11d bytes %6.2f s %6.3f s/MB %s%n",
                worst, page.length, seconds, seconds * 1e6 / page.length, summary(result));
        if (result instanceof ParseResult.Rejected rejected) {
            assertThat(rejected.reject().reason()).isIn(RejectReason.TOO_DEEP, RejectReason.LOW_CONFIDENCE);
        } else {
            // whatever was added, the topic at the top is still there
            assertThat(((ParseResult.Parsed) result).topics())
                    .extracting(Topic::title)
                    .contains("Ships Sail");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NESTED_TAGS", "TABLE_ROWS", "HEADER_CELLS", "PARAGRAPHS", "LESS_THAN"})
    void refusesMoreTagsThanAnyPageHas(WorstPages worst) {
        byte[] page = worst.page(4_000_000, TAGS + 100).getBytes(StandardCharsets.UTF_8);
        assertThat(Pages.reject(Pages.URL, page).reason()).isEqualTo(RejectReason.TOO_MANY_TAGS);
    }

    /** Counts the work of the process, its garbage collector too; what else the machine does changes nothing. */
    private static long cpuNanoseconds() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime();
    }

    private static String summary(ParseResult result) {
        return result instanceof ParseResult.Parsed parsed
                ? parsed.topics().size() + " topics"
                : ((ParseResult.Rejected) result).reject().reason().text();
    }
}
