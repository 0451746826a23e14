package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jdfwire.store.Pages.MORNING;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.Journals;
import org.jdfwire.store.Templates;
import org.jdfwire.store.feed.FeedRange;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.journal.Trim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class FeedArchivesTest {
    private static final FeedRange FIRST = FeedRange.of(Cursor.of(0, 0, 0));
    private static final FeedRange SECOND = FeedRange.of(Cursor.of(0, 128, 0));

    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;
    private FeedArchives archives;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "archives");
        TopicJournal journal = new TopicJournal(mongo);
        archives = new FeedArchives(journal, new Horizons(mongo));
        journal.append(Journals.chained(IntStream.rangeClosed(1, 300)
                .mapToObj(i -> (i <= 10 ? "created t" : "revised t") + i % 10)
                .toArray(String[]::new)));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void hasTheLastStateOfEachTopicInTheRangeTheLastChangedFirst() {
        FeedArchives.Archive archive = archives.read(Long.toString(FIRST.start()), TopicFilter.ALL);

        assertThat(archive.entries())
                .extracting(entry -> entry.topic().paragraphs().get(0))
                .containsExactlyElementsOf(IntStream.rangeClosed(118, 127)
                        .mapToObj(i -> "Text " + (245 - i))
                        .toList());
        assertThat(archive.updated()).isEqualTo(MORNING.plus(Duration.ofHours(127)));
        assertThat(archive.neighbors().previous()).isNull();
        assertThat(archive.neighbors().next()).isEqualTo(SECOND);
    }

    @Test
    void theNewestIsTheLastThatIsComplete() {
        assertThat(archives.before(archives.archived(), TopicFilter.ALL)).isEqualTo(SECOND);
        assertThat(archives.read(Long.toString(SECOND.start()), TopicFilter.ALL)
                        .neighbors()
                        .next())
                .isNull();
    }

    @Test
    void oneThatWasTrimmedInPartIsGone() {
        new Trim(mongo).before(MORNING.plus(Duration.ofHours(200)));

        assertThat(archives.before(archives.archived(), TopicFilter.ALL)).isNull();
        assertThatThrownBy(() -> archives.read(Long.toString(SECOND.start()), TopicFilter.ALL))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.status().value()).isEqualTo(410));
    }

    @Test
    void oneThatWasNotTrimmedStays() {
        // the last that is trimmed is the last of the first range
        new Trim(mongo).before(MORNING.plus(Duration.ofHours(128)));

        assertThat(archives.before(archives.archived(), TopicFilter.ALL)).isEqualTo(SECOND);
        assertThat(archives.read(Long.toString(SECOND.start()), TopicFilter.ALL)
                        .neighbors()
                        .previous())
                .isNull();
    }
}
