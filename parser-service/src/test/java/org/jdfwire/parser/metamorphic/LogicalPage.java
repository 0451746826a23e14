package org.jdfwire.parser.metamorphic;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, whatever its markup.
 *
 * @param number of the issue
 * @param section such as {@code topics}
 * @param month that the page states, null where it states none
 * @param chapters headings above the topics' own, each with its topics; one without a title is no heading at all
 */
record LogicalPage(int number, String section, @Nullable YearMonth month, List<Chapter> chapters) {

    record Chapter(@Nullable String title, List<News> news) {}

    /**
     * A heading and what stands under it.
     *
     * @param countries that the heading names, ISO 3166-1
     * @param items one, or several that each have flags
     */
    record News(String title, List<String> countries, List<Item> items) {}

    /**
     * One topic.
     *
     * @param flags as the page calls the countries
     * @param flagCountries the same, ISO 3166-1
     * @param occurred {@code start..end}, null where the page does not say
     */
    record Item(
            List<String> flags,
            List<String> flagCountries,
            @Nullable String occurred,
            List<Part> parts) {
        List<Photo> photos() {
            return parts.stream()
                    .filter(Photo.class::isInstance)
                    .map(Photo.class::cast)
                    .toList();
        }
    }

    /** A piece of a topic. */
    sealed interface Part {
        /** Returns the paragraphs that a reader has of it. */
        List<String> paragraphs();
    }

    record Paragraph(String text) implements Part {
        @Override
        public List<String> paragraphs() {
            return List.of(text);
        }
    }

    /** A heading inside a topic; a numbered one is known by its number. */
    record SubHeading(String text, boolean numbered) implements Part {
        @Override
        public List<String> paragraphs() {
            return List.of(text);
        }
    }

    record Bullets(List<String> lines) implements Part {
        @Override
        public List<String> paragraphs() {
            return lines;
        }
    }

    /** Rows of two cells (a key and its value) or of three. */
    record Table(List<List<String>> rows) implements Part {
        @Override
        public List<String> paragraphs() {
            return rows.stream()
                    .map(cells -> cells.size() == 2 ? cells.get(0) + ": " + cells.get(1) : String.join(" | ", cells))
                    .toList();
        }
    }

    record Question(String question, String answer) implements Part {
        @Override
        public List<String> paragraphs() {
            return List.of(question, answer);
        }
    }

    /**
     * A photo.
     *
     * @param alt null where there is none; it may belong to another article
     */
    record Photo(
            String file, @Nullable String alt, @Nullable String caption) implements Part {
        @Override
        public List<String> paragraphs() {
            return List.of();
        }
    }

    /** Returns all news of the page, whatever chapter they stand in. */
    List<News> news() {
        return chapters.stream().flatMap(chapter -> chapter.news().stream()).toList();
    }

    /** Returns all topics. */
    List<Item> items() {
        return news().stream().flatMap(news -> news.items().stream()).toList();
    }

    /** Returns all pieces of that kind, wherever they stand. */
    <T extends Part> List<T> parts(Class<T> type) {
        return items().stream()
                .flatMap(item -> item.parts().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Returns what the parser must make of every rendering, a line a topic. */
    List<String> expected() {
        List<String> lines = new ArrayList<>();
        for (News news : news()) {
            for (int i = 0; i < news.items().size(); i++) {
                lines.add(expected(news, i));
            }
        }
        return lines;
    }

    private static String expected(News news, int index) {
        Item item = news.items().get(index);
        int size = news.items().size();
        List<String> countries = new ArrayList<>(item.flagCountries());
        if (size == 1) {
            news.countries().stream()
                    .filter(country -> !countries.contains(country))
                    .forEach(countries::add);
        }
        return line(
                news.title(),
                size == 1 ? null : index + 1 + "/" + size,
                countries,
                item.occurred(),
                item.parts().stream()
                        .flatMap(part -> part.paragraphs().stream())
                        .toList(),
                item.photos().stream()
                        .map(photo -> photo.caption() == null ? "-" : photo.caption())
                        .toList());
    }

    /** Returns one topic as a line; photos count, but not in which order they stand. */
    static String line(
            String title,
            @Nullable String group,
            List<String> countries,
            @Nullable String occurred,
            List<String> paragraphs,
            List<String> captions) {
        return title + " " + group + " " + countries + " " + occurred + " " + paragraphs + " photos "
                + captions.stream().sorted().toList();
    }
}
