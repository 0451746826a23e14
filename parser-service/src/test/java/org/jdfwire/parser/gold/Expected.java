package org.jdfwire.parser.gold;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a careful reader finds on one page of the gold set; {@code README.md} beside the pages says by which rules.
 *
 * @param url canonical URL of the page
 * @param contentType as a server would send it
 * @param charset the encoding the page was written in
 * @param issue number of the issue, or null where neither page nor address tells
 * @param month {@code yyyy-MM} as the page states it, or null where it does not
 * @param section the section, or null where the page has none
 * @param reject text of the reason for which the page cannot be read, or null where it can
 * @param topics in the page's order; none for an index
 */
record Expected(
        String url,
        String contentType,
        String charset,
        @Nullable Integer issue,
        @Nullable String month,
        @Nullable String section,
        @Nullable String reject,
        @Nullable List<News> topics) {

    Expected {
        topics = topics == null ? List.of() : List.copyOf(topics);
    }

    List<News> news() {
        return Objects.requireNonNull(topics);
    }

    /**
     * One topic.
     *
     * @param title the heading that a reader sees above it
     * @param countries that take part, in the page's order
     * @param occurred when it took place
     * @param people whom it names as taking part
     * @param organizations that take part, by their short names
     * @param kind text of the kind of event
     * @param paragraphs the text
     */
    record News(
            String title,
            List<Partner> countries,
            List<Days> occurred,
            List<Participant> people,
            List<String> organizations,
            String kind,
            List<String> paragraphs) {}

    /**
     * A country.
     *
     * @param code ISO 3166-1 alpha-2
     * @param evidence where the page says so: {@code flag}, {@code heading} or {@code text}
     */
    record Partner(String code, String evidence) {}

    /**
     * The days of an event.
     *
     * @param start first day, {@code yyyy-MM-dd}
     * @param end last day
     */
    record Days(String start, String end) {}

    /**
     * A person.
     *
     * @param name family name
     * @param role office or rank in the page's words, or null where it gives none
     * @param country ISO 3166-1 alpha-2 of the country the person acts for, or null where the page does not tell
     */
    record Participant(
            String name, @Nullable String role, @Nullable String country) {}
}
