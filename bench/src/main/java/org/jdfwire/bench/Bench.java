package org.jdfwire.bench;

import java.io.IOException;
import java.util.Arrays;
import org.jdfwire.bench.catchup.CatchUp;
import org.jdfwire.bench.footprint.Footprint;
import org.jdfwire.bench.live.FanOut;
import org.jdfwire.bench.live.IdleMemory;
import org.jdfwire.bench.metrics.MetricsCost;
import org.jdfwire.bench.pipeline.Pipeline;

/** {@code ./jdfwire bench}: those that start servers by their names; any other argument is JMH's. */
public final class Bench {
    private static final int WRONG_USE = 2;

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        try {
            switch (arguments.length == 0 ? "" : arguments[0]) {
                case "fan-out" -> FanOut.main(rest(arguments));
                case "idle" -> IdleMemory.main(rest(arguments));
                case "catch-up" -> CatchUp.main(rest(arguments));
                case "footprint" -> Footprint.main(rest(arguments));
                case "metrics" -> MetricsCost.main(rest(arguments));
                case "pipeline" -> Pipeline.main(rest(arguments));
                default -> org.openjdk.jmh.Main.main(arguments);
            }
        } catch (IllegalStateException problem) {
            System.err.println("jdfwire bench: " + problem.getMessage());
            System.exit(WRONG_USE);
        }
        // Kafka's broker leaves threads behind that would keep the process
        System.exit(0);
    }

    private static String[] rest(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }
}
