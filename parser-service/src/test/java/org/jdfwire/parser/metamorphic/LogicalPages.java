package org.jdfwire.parser.metamorphic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdfwire.parser.metamorphic.LogicalPage.Bullets;
import org.jdfwire.parser.metamorphic.LogicalPage.Chapter;
import org.jdfwire.parser.metamorphic.LogicalPage.Item;
import org.jdfwire.parser.metamorphic.LogicalPage.News;
import org.jdfwire.parser.metamorphic.LogicalPage.Paragraph;
import org.jdfwire.parser.metamorphic.LogicalPage.Part;
import org.jdfwire.parser.metamorphic.LogicalPage.Photo;
import org.jdfwire.parser.metamorphic.LogicalPage.Question;
import org.jdfwire.parser.metamorphic.LogicalPage.SubHeading;
import org.jdfwire.parser.metamorphic.LogicalPage.Table;
import org.jspecify.annotations.Nullable;

/** Invents logical pages, each another one. */
final class LogicalPages {
    /** Issues of all eras; those without a month state none. */
    private static final List<Issue> ISSUES = List.of(
            new Issue(5, null),
            new Issue(20, YearMonth.of(2011, 3)),
            new Issue(38, null),
            new Issue(77, null),
            new Issue(104, YearMonth.of(2018, 10)),
            new Issue(128, YearMonth.of(2020, 10)),
            new Issue(133, YearMonth.of(2021, 3)));

    /** Sections that list news, each with a heading. */
    private static final List<String> COLLECTIONS = List.of("topics", "news", "activities");

    /** Sections that are one article with parts. */
    private static final List<String> ARTICLES = List.of("specialfeature", "column", "equipment");

    private record Issue(int number, @Nullable YearMonth month) {}

    private final Choices choices;
    private final Issue issue;
    private int photos;
    private @Nullable String dayBefore;

    private LogicalPages(Choices choices) {
        this.choices = choices;
        this.issue = choices.one(ISSUES);
    }

    static LogicalPage invent(Choices choices) {
        return new LogicalPages(choices).page();
    }

    private LogicalPage page() {
        if (choices.chance(0.1)) {
            String title = choices.one(List.copyOf(Vocabulary.TITLES.keySet()));
            News article = new News(title, Vocabulary.TITLES.get(title), List.of(item(title, false, true)));
            Chapter chapter = new Chapter(null, List.of(article));
            return new LogicalPage(issue.number(), choices.one(ARTICLES), issue.month(), List.of(chapter));
        }
        return new LogicalPage(issue.number(), choices.one(COLLECTIONS), issue.month(), chapters());
    }

    private List<Chapter> chapters() {
        int chapters = choices.chance(0.15) ? 2 : 1;
        // a single line in bold under a chapter's heading could be its byline
        int each = chapters == 1 ? choices.between(1, 5) : choices.between(2, 3);
        List<String> titles = choices.some(List.copyOf(Vocabulary.TITLES.keySet()), chapters * each);
        List<String> names = choices.some(Vocabulary.CHAPTERS, chapters);
        boolean flags = choices.chance(0.5);
        // news that are counted have no counted parts
        boolean counted = chapters == 1 && each > 1 && choices.chance(0.1);
        List<Chapter> all = new ArrayList<>();
        for (int c = 0; c < chapters; c++) {
            List<News> news = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                String title = titles.get(c * each + i);
                // a single heading of a list has no parts that could be taken for the list
                News one = news(title, flags, chapters * each > 1 && !counted);
                news.add(counted ? new News(i + 1 + ". " + title, one.countries(), one.items()) : one);
            }
            all.add(new Chapter(chapters > 1 ? names.get(c) : null, news));
        }
        return all;
    }

    private News news(String title, boolean flags, boolean subHeadings) {
        int items = flags && choices.chance(0.35) ? choices.between(2, 4) : 1;
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            boolean flagged = flags && (items > 1 || choices.chance(0.7));
            all.add(item(title, flagged, subHeadings && items == 1));
        }
        return new News(title, Vocabulary.TITLES.get(title), all);
    }

    private Item item(String title, boolean flagged, boolean subHeadings) {
        List<String> flags =
                flagged ? choices.some(List.copyOf(Vocabulary.FLAGS.keySet()), choices.between(1, 3)) : List.of();
        Day day = day();
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(day.words() + choices.one(Vocabulary.EVENTS)));
        dayBefore = day.occurred();
        prose(parts, choices.between(0, 3));
        if (subHeadings && choices.chance(0.3)) {
            boolean numbered = choices.chance(0.5);
            List<String> names = choices.some(Vocabulary.SUB_HEADINGS, choices.between(2, 3));
            String form = choices.one(List.of("%d. %s", "(%d) %s"));
            for (int i = 0; i < names.size(); i++) {
                String name = numbered ? String.format(form, i + 1, names.get(i)) : names.get(i);
                parts.add(new SubHeading(name, numbered));
                prose(parts, 1);
            }
        }
        extras(parts);
        return new Item(
                flags, flags.stream().map(Vocabulary.FLAGS::get).toList(), day.occurred(), withPhotos(title, parts));
    }

    private void extras(List<Part> parts) {
        if (choices.chance(0.2)) {
            parts.add(new Bullets(choices.some(Vocabulary.BULLETS, choices.between(2, 4))));
        }
        if (choices.chance(0.2)) {
            boolean pairs = choices.chance(0.6);
            parts.add(new Table(pairs ? choices.some(Vocabulary.PAIRS, choices.between(2, 4)) : Vocabulary.TRIPLES));
        }
        if (choices.chance(0.15)) {
            String form = choices.one(List.of("%s%d %s", "%s%d. %s"));
            for (int i = 0; i < choices.between(2, 3); i++) {
                parts.add(new Question(
                        String.format(form, "Q", i + 1, Vocabulary.QUESTIONS.get(i)),
                        String.format(form, "A", i + 1, Vocabulary.ANSWERS.get(i))));
            }
        }
        if (choices.chance(0.15)) {
            parts.add(new Paragraph(choices.one(Vocabulary.FOOTNOTES)));
        }
    }

    private void prose(List<Part> parts, int count) {
        List<String> unsaid = Vocabulary.SENTENCES.stream()
                .filter(sentence ->
                        parts.stream().noneMatch(part -> part.paragraphs().contains(sentence)))
                .toList();
        choices.some(unsaid, count).stream().map(Paragraph::new).forEach(parts::add);
    }

    /** Puts one to five photos before, after or into the text. */
    private List<Part> withPhotos(String title, List<Part> parts) {
        if (choices.chance(0.4)) {
            return parts;
        }
        List<Part> all = new ArrayList<>(parts);
        int count = choices.between(1, choices.chance(0.2) ? 5 : 2);
        int at = choices.one(List.of(0, 0, 1, parts.size(), parts.size()));
        String wrong = choices.one(Vocabulary.WRONG_ALTS);
        double captions = choices.one(List.of(0.0, 0.0, 0.3, 1.0));
        for (int i = 0; i < count; i++) {
            photos++;
            String alt = choices.chance(0.8) ? title : choices.chance(0.5) ? wrong : null;
            String caption = choices.chance(captions) ? choices.one(Vocabulary.CAPTIONS) : null;
            all.add(at + i, new Photo("p" + photos + ".jpg", alt, caption));
        }
        return all;
    }

    private record Day(String words, @Nullable String occurred) {}

    /** Invents a day not after the issue, in words; without a year it is known only where the issue's month is. */
    private Day day() {
        if (choices.chance(0.1)) {
            return new Day("Last of all, ", null);
        }
        if (dayBefore != null && choices.chance(0.15)) {
            return new Day("On the same day, ", dayBefore);
        }
        YearMonth month = issue.month() == null ? YearMonth.of(2012, 6) : issue.month();
        LocalDate start = month.minusMonths(choices.between(1, 8)).atDay(choices.between(1, 25));
        LocalDate end = choices.chance(0.3) ? start.plusDays(choices.between(1, 3)) : start;
        boolean year = choices.chance(0.4);
        String name = start.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String written = end.equals(start)
                ? "On " + name + " " + start.getDayOfMonth()
                : "From " + name + " " + start.getDayOfMonth() + " to " + end.getDayOfMonth();
        String words = written + (year ? ", " + start.getYear() : "") + ", ";
        return new Day(words, year || issue.month() != null ? start + ".." + end : null);
    }
}
