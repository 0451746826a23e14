package org.jdfwire.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.slf4j.LoggerFactory;

/** A broker whose process ends, as by {@code kill -9}, once it has promised a commit and before it has marked any record. */
final class BrokerThatDiesCommitting {
    private static final int KILLED = 128 + 9;

    private BrokerThatDiesCommitting() {}

    public static void main(String[] arguments) {
        Logger log = (Logger) LoggerFactory.getLogger("kafka.coordinator.transaction.TransactionStateManager");
        log.setLevel(Level.DEBUG);
        AppenderBase<ILoggingEvent> end = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                String words = event.getFormattedMessage();
                if (words.contains("txnState=PREPARE_COMMIT") && words.endsWith("succeeded")) {
                    Runtime.getRuntime().halt(KILLED);
                }
            }
        };
        end.setContext(log.getLoggerContext());
        end.start();
        log.addAppender(end);
        EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }
}
