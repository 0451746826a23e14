package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jdfwire.contracts.Json;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.MaintenanceOptions;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.standalone.command.TokenCommand;
import org.jdfwire.standalone.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A journal that was altered is found out, and made again from Kafka, byte for byte; one that was trimmed, too. Tokens and
 * the bytes of pages stay as they are.
 */
class RebuildIT {
    private static final String FEED = "/v1/changes?limit=1000";
    private static final int CHANGES = 3 * 4;

    /** A page that the parser rejects; its bytes are kept all the same. */
    private static final byte[] BAD = "nothing".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private final Printed printed = new Printed();
    private final PrintStream out = printed.stream();

    @Test
    void makesTheSameFeedAgain() throws Exception {
        String feed;
        String topics;
        String bad = "/v1/pages/" + Json.sha256(BAD);
        String observations;
        try (Instance jdfwire = Instance.up(data)) {
            for (int issue = 201; issue <= 203; issue++) {
                byte[] page =
                        SamplePages.page(issue, "On October 1, one.", "On October 2, two.", "On October 3, three.");
                jdfwire.drop("page-" + issue + ".html", page, SamplePages.url(issue));
            }
            jdfwire.drop("bad.html", BAD, SamplePages.url(204));
            await().atMost(Duration.ofSeconds(60)).until(() -> jdfwire.journal().size() == CHANGES);
            feed = jdfwire.text(FEED);
            topics = jdfwire.text("/v1/topics");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(jdfwire.text(bad + "/observations")).contains("204/topics.html"));
            observations = jdfwire.text(bad + "/observations");
            assertThatThrownBy(() -> RebuildCommand.run(MaintenanceOptions.ofRebuild(flags()), out))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("another JDF Wire is running on it");
        }
        assertThat(JournalCommands.verify(MaintenanceOptions.ofVerify(flags()), out))
                .isTrue();
        assertThat(printed.take()).contains(CHANGES + " changes, ", "The chain is whole");

        TokenCommand.run(flags("add", "reader"), out, out);
        assertThat(printed.take()).contains("jdfwire_");
        alterOneWord();
        assertThat(JournalCommands.verify(MaintenanceOptions.ofVerify(flags()), out))
                .isFalse();
        assertThat(printed.take()).contains("The chain is broken at ", ": hash is sha256:");

        JournalCommands.trim(MaintenanceOptions.ofTrim(flags("--before", "2999-01-01T00:00:00Z")), out);
        assertThat(printed.take()).contains("changes were removed; the feeds go on after");

        assertThat(RebuildCommand.run(MaintenanceOptions.ofRebuild(flags()), out))
                .isTrue();
        assertThat(printed.take())
                .contains(CHANGES + " changes were made again from Kafka", "in the same hash as before");
        assertThat(JournalCommands.verify(MaintenanceOptions.ofVerify(flags()), out))
                .isTrue();

        TokenCommand.run(flags("list"), out, out);
        assertThat(printed.take()).contains("reader ");
        try (Instance jdfwire = Instance.up(data)) {
            assertThat(jdfwire.text(FEED)).isEqualTo(feed);
            assertThat(jdfwire.text("/v1/topics")).isEqualTo(topics);
            assertThat(jdfwire.text(bad)).isEqualTo("nothing");
            assertThat(jdfwire.text(bad + "/observations")).isEqualTo(observations);
            assertThat(jdfwire.get("/v1/sources").at("/sources/0/pagesKnown").asInt())
                    .isPositive();
            jdfwire.drop(
                    "page-205.html",
                    SamplePages.page(205, "On October 4, four.", "On October 5, five.", "On October 6, six."),
                    SamplePages.url(205));
            await().atMost(Duration.ofSeconds(60)).until(() -> jdfwire.journal().size() == CHANGES + 4);
            ChangeChain.assertWhole(jdfwire.journal());
        }
    }

    @Test
    void refusesAFolderThatHoldsNothing() {
        assertThatThrownBy(() -> RebuildCommand.run(MaintenanceOptions.ofRebuild(flags()), out))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds no data");
        assertThatThrownBy(() -> JournalCommands.verify(MaintenanceOptions.ofVerify(flags()), out))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds no data");
    }

    private void alterOneWord() {
        try (DataFolder folder = DataFolder.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.mongodb());
                MongoClient client = MongoClients.create(database.uri())) {
            MongoCollection<Document> changes = client.getDatabase("jdfwire").getCollection("changes");
            Document change =
                    changes.find(new Document("type", "topic.created")).first();
            String json = change.getString("json").replace("October", "November");
            assertThat(json).isNotEqualTo(change.getString("json"));
            changes.updateOne(new Document("_id", change.get("_id")), new Document("$set", new Document("json", json)));
        }
    }

    private List<String> flags(String... more) {
        return Stream.concat(Stream.of("--data", data.toString()), Arrays.stream(more))
                .toList();
    }
}
