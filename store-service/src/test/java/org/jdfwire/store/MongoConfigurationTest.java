package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The settings of {@code store.yml} and what Spring Boot makes of them. */
class MongoConfigurationTest {
    private MongoServer server;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void makesTheIndexesThatARealMongoDbNeeds() {
        Witness witness = start("");

        assertThat(witness.indexes)
                .containsExactlyInAnyOrder(
                        "changes recordedAt_1",
                        "changes topicId_1__id_1",
                        "topics issue_1_section_1",
                        "topics stateCursor_-1",
                        "topics firstDay_-1__id_-1",
                        "rejects at_-1__id_-1",
                        "rejects partition_1_offset_-1",
                        "observations sha256_1_observedAt_1",
                        "observations partition_1_offset_-1");
    }

    @ParameterizedTest
    @CsvSource({"'', 30", "?socketTimeoutMS=5000, 5"})
    void waitsForASilentServerAsLongAsTheUriSaysOrHalfAMinute(String options, int seconds) {
        assertThat(start(options).readTimeout()).isEqualTo(seconds);
    }

    /** The embedded server knows no users, so only what the driver is told can be looked at. */
    @Test
    void handsUserPasswordAndTlsOfTheEnvironmentsUriToTheDriver() {
        Witness witness = new Witness();
        new ApplicationContextRunner()
                .withPropertyValues(
                        "spring.config.name=store",
                        "JDFWIRE_MONGODB=mongodb://writer:p%40ss@127.0.0.1:1/jdfwire?authSource=admin&tls=true")
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class))
                .withBean(Witness.class, () -> witness)
                .run(context -> assertThat(context).hasNotFailed());

        MongoClientSettings settings = witness.settings.build();
        MongoCredential credential = settings.getCredential();
        assertThat(credential.getUserName()).isEqualTo("writer");
        assertThat(new String(credential.getPassword())).isEqualTo("p@ss");
        assertThat(credential.getSource()).isEqualTo("admin");
        assertThat(settings.getSslSettings().isEnabled()).isTrue();
    }

    private Witness start(String options) {
        Witness witness = new Witness();
        new ApplicationContextRunner()
                .withPropertyValues(
                        "spring.config.name=store",
                        "spring.mongodb.uri=" + server.bindAndGetConnectionString() + "/jdfwire" + options)
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(
                        AutoConfigurations.of(MongoAutoConfiguration.class, DataMongoAutoConfiguration.class))
                .withUserConfiguration(Store.class, MongoConfiguration.class)
                .withBean(Witness.class, () -> witness)
                .run(context -> assertThat(context).hasNotFailed());
        return witness;
    }

    /** Where the documents are looked for. */
    @AutoConfigurationPackage
    private static final class Store {}

    /** Sees the client's settings and each index that is asked for. */
    private static final class Witness implements MongoClientSettingsBuilderCustomizer, CommandListener {
        private final List<String> indexes = new CopyOnWriteArrayList<>();
        private MongoClientSettings.Builder settings;

        @Override
        public void customize(MongoClientSettings.Builder builder) {
            settings = builder.addCommandListener(this);
        }

        int readTimeout() {
            return settings.build().getSocketSettings().getReadTimeout(TimeUnit.SECONDS);
        }

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("createIndexes")) {
                String collection =
                        event.getCommand().getString("createIndexes").getValue();
                event.getCommand()
                        .getArray("indexes")
                        .forEach(index -> indexes.add(collection + " "
                                + index.asDocument().getString("name").getValue()));
            }
        }
    }
}
