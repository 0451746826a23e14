package org.jdfwire.parser.era;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.parser.feed.FeedParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layout has a page that shows it, and is read as that page's record says; docs/ADD_A_LAYOUT.md adds one. */
class LayoutFixtureTest {

    @Test
    void everyLayoutHasAFixtureAndEveryFixtureALayout() throws IOException {
        Set<String> shown = LayoutFixture.pages().stream()
                .map(page -> page.getParent().getFileName().toString())
                .collect(Collectors.toSet());
        assertThat(shown).as("folders with a page in %s", LayoutFixture.ROOT).isEqualTo(names());
    }

    @Test
    void everyLayoutIsAsked() {
        List<Class<?>> asked =
                Layouts.ALL.stream().<Class<?>>map(Object::getClass).toList();
        assertThat(asked).containsExactlyInAnyOrder(Layout.class.getPermittedSubclasses());
        assertThat(names()).hasSize(Layouts.ALL.size() + 1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void readsThePageAsItsRecordSays(Path page) throws IOException {
        String recorded = Files.readString(LayoutFixture.recordOf(page));
        String url = Json.MAPPER.readTree(recorded).get("url").asString();

        LayoutFixture read = LayoutFixture.of(url, Files.readAllBytes(page));

        assertThat(read.layout()).isEqualTo(page.getParent().getFileName().toString());
        assertThat(read.toJson()).isEqualTo(recorded);
    }

    static List<Path> pages() throws IOException {
        return LayoutFixture.pages();
    }

    private static Set<String> names() {
        return Stream.concat(Layouts.ALL.stream().map(Layout::name), Stream.of(FeedParser.LAYOUT))
                .collect(Collectors.toSet());
    }
}
