package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.fetcher.http.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FetcherPropertiesTest {
    @Test
    void pollsEachSiteByDefaultAsWhoItIs() {
        FetcherProperties properties = bind("fetcher.version=1.2", "fetcher.contact=mailto:wire@example.org");

        assertThat(properties.sites()).singleElement().satisfies(site -> {
            assertThat(site.name()).isEqualTo("jdf");
            assertThat(site.prefixes()).extracting(Object::toString).containsExactly("https://www.mod.go.jp/en/jdf/");
            assertThat(site.politeness().interval()).isEqualTo(Duration.ofMinutes(10));
            assertThat(site.politeness().delay()).isEqualTo(Duration.ofSeconds(2));
        });
        assertThat(properties.inboxes())
                .singleElement()
                .satisfies(inbox -> assertThat(inbox.folder()).endsWithRaw(Path.of("box")));
        assertThat(properties.userAgent()).isEqualTo("JDFWire/1.2 (+mailto:wire@example.org)");
    }

    @Test
    void fetchesBackNumbersByOneSetting() {
        FetcherProperties properties = bind(
                "fetcher.contact=x",
                "fetcher.sources.jdf.backfill=https://www.mod.go.jp/e/jdf/no[08-101]/topics.html,https://www.mod.go.jp/en/jdf/");

        assertThat(properties.sites().get(0).backfill())
                .hasSize(95)
                .extracting(Object::toString)
                .startsWith("https://www.mod.go.jp/e/jdf/no08/topics.html")
                .contains("https://www.mod.go.jp/e/jdf/no101/topics.html")
                .endsWith("https://www.mod.go.jp/en/jdf/");
    }

    @Test
    void keepsTheInboxWhenNothingIsPolled() {
        FetcherProperties properties = bind("fetcher.enabled=none");

        assertThat(properties.sites()).isEmpty();
        assertThat(properties.inboxes()).hasSize(1);
    }

    @Test
    void needsNoContactForThisMachine() {
        assertThat(bind(
                                "fetcher.sources.jdf.start=http://127.0.0.1:9/en/jdf/",
                                "fetcher.sources.jdf.allow-hosts=127.0.0.1",
                                "fetcher.sources.jdf.allow-ports=9")
                        .sites())
                .hasSize(1);
    }

    @Test
    void leavesItToEachAttemptWhatANameResolvesTo() {
        assertThat(bind("fetcher.contact=x", "fetcher.sources.jdf.start=https://localhost/en/jdf/,https://no.invalid/")
                        .sites())
                .hasSize(1);
    }

    @Test
    void connectsToNothingButPublicAddressesUnlessASourceAllowsIt() {
        assertThat(bind("fetcher.contact=x", "fetcher.sources.jdf.allow-hosts=").allowance("jdf"))
                .isEqualTo(Allowance.NONE);
        assertThat(bind(
                                "fetcher.contact=x",
                                "fetcher.sources.jdf.allow-hosts=127.0.0.1,LocalHost",
                                "fetcher.sources.jdf.allow-ports=8080,8081")
                        .allowance("jdf"))
                .isEqualTo(new Allowance(Set.of("127.0.0.1", "localhost"), Set.of(8080, 8081)));
        assertThat(bind("fetcher.contact=x").limits().limits()).isEqualTo(Limits.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fetcher.version=1 | fetcher.contact: absent (expected: a URL or mail address in JDFWIRE_CONTACT, because https://www.mod.go.jp",
                "fetcher.enabled=jdf,nobody | fetcher.enabled: nobody (expected: all, none, or some of [",
                "fetcher.sources.jdf.kind=gopher | fetcher.sources.jdf.kind: gopher (expected: one of site, rss, inbox)",
                "fetcher.sources.jdf.start=no-url | fetcher.sources.jdf.start: no-url (expected: an absolute http",
                "fetcher.sources.jdf.start=ftp://x.example/ | fetcher.sources.jdf.start: ftp://x.example/ (expected: an absolute http",
                "fetcher.sources.jdf.start=https://me:secret@x.example/ | fetcher.sources.jdf.start: https://...@x.example/ (expected: an absolute http",
                "fetcher.sources.jdf.start=https://x.example:8443/ | fetcher.sources.jdf.start: https://x.example:8443/ (expected: an address that the source may connect to, but port 8443",
                "fetcher.sources.jdf.start=https://10.0.0.1/ | fetcher.sources.jdf.start: https://10.0.0.1/ (expected: an address that the source may connect to, but 10.0.0.1 is",
                "fetcher.sources.jdf.start=https://[::1]/ | fetcher.sources.jdf.start: https://[::1]/ (expected: an address that the source may connect to, but [",
                "fetcher.sources.jdf.start=https://2130706433/ | fetcher.sources.jdf.start: https://2130706433/ (expected: an address that the source may connect to, but",
                "fetcher.sources.jdf.backfill=https://www.mod.go.jp:81/en/jdf/no[1-2]/ | fetcher.sources.jdf.backfill: https://www.mod.go.jp:81/en/jdf/no1/ (expected: an address",
                "fetcher.sources.news.kind=rss;fetcher.sources.news.feed=http://169.254.169.254/news.xml | fetcher.sources.news.feed: http://169.254.169.254/news.xml (expected: an address",
                "fetcher.sources.news.kind=rss | fetcher.sources.news.feed:  (expected: an absolute http",
                "fetcher.sources.jdf.prefixes=https://x.example/ | (expected: a page within the prefixes",
                "fetcher.sources.jdf.interval=0s | fetcher.sources.jdf.interval: PT0S (expected: more than 0)",
                "fetcher.enabled=none;fetcher.sources.jdf.allow-ports=0 | fetcher.sources.jdf.allow-hosts and allow-ports: [] and [0] (expected: host",
                "fetcher.enabled=none;fetcher.limits.page=16MB | fetcher.limits.page: 16777216 B (expected: 1 to 15728640 B)",
                "fetcher.enabled=none;fetcher.limits.page=0B | fetcher.limits.page: 0 B (expected: 1 to",
                "fetcher.enabled=none;fetcher.limits.body=0s | fetcher.limits.body: PT0S (expected: more than 0)",
                "fetcher.contact=x;fetcher.sources.jdf.delay=1999ms | jdf.delay: PT1.999S (expected: at least PT2S, because www.mod.go.jp",
                "fetcher.sources.jdf.longest-interval=5m | fetcher.sources.jdf.longest-interval: PT5M (expected: at least the interval",
                "fetcher.sources.jdf.requests-a-day=0 | fetcher.sources.jdf.requests-a-day: 0 (expected: at least 1",
                "fetcher.sources.jdf.backfill=https://www.mod.go.jp/e/jdf/no[2-1]/ | fetcher.sources.jdf.backfill: https://www.mod",
                "fetcher.sources.jdf.backfill=https://www.mod.go.jp/e/other/no[1-2]/ | fetcher.sources.jdf.backfill: https://www.mod",
                "fetcher.sources.again.kind=site;fetcher.sources.again.start=https://www.mod.go.jp/en/jdf/ | start pages of all sites: [",
                "fetcher.sources.JDF.kind=site | fetcher.sources: [",
                "fetcher.enabled=none;fetcher.sources.inbox.folder= | fetcher.sources.inbox.folder: absent (expected: a folder)",
                "fetcher.enabled=none;fetcher.sources.other.kind=inbox;fetcher.sources.other.folder=box | folders of the inboxes: [",
            })
    void refusesAWrongSettingByItsNameAndValue(String settings, String message) {
        assertThatThrownBy(() -> bind(settings.split(";"))).rootCause().hasMessageContaining(message);
    }

    private static FetcherProperties bind(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "fetcher.sources.jdf.kind", "site",
                "fetcher.sources.jdf.start", "https://www.mod.go.jp/en/jdf/",
                "fetcher.sources.inbox.kind", "inbox",
                "fetcher.sources.inbox.folder", "box"));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("fetcher", FetcherProperties.class)
                .get();
    }
}
