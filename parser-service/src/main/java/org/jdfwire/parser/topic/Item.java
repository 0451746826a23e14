package org.jdfwire.parser.topic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jdfwire.contracts.topic.Evidence;
import org.jdfwire.contracts.topic.Group;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.Link;
import org.jdfwire.contracts.topic.Repair;
import org.jdfwire.parser.block.Anchor;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.block.Place;
import org.jdfwire.parser.repair.TextRepair;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** One topic while its blocks are gathered: a run of flags under a heading with the text and photos that go with it. */
final class Item {
    private static final int LEAST_NEWS_LETTERS = 120;
    private static final int LEAST_REPEAT = 40;
    private static final int LEAST_PHRASE = 6;
    private static final int LEAST_ROWS = 2;

    private final Block.Heading heading;
    private final String title;
    private final Map<String, Block.Flag> flags = new LinkedHashMap<>();
    private final List<Block.Text> texts = new ArrayList<>();
    private final Set<String> longTexts = new HashSet<>();
    private final List<Block.Image> images = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    Item(Block.Heading heading) {
        this.heading = heading;
        this.title = Words.withoutMark(heading.text());
    }

    /** Returns the heading's words, without the marks that some pages put before them. */
    String title() {
        return title;
    }

    boolean hasFlags() {
        return !flags.isEmpty();
    }

    boolean hasText() {
        return !texts.isEmpty();
    }

    /** Whether there is anything to tell: a sentence, words under a flag, or enough of other words. */
    boolean isNews() {
        if (hasFlags()) {
            return hasText();
        }
        int letters = 0;
        int rows = 0;
        for (Block.Text text : texts) {
            if (Words.isProse(text.text()) || (heading.isMarked() && isPhrase(text))) {
                return true;
            }
            letters += Words.letters(text.text());
            rows += text instanceof Block.Paragraph ? 0 : 1;
        }
        return letters >= LEAST_NEWS_LETTERS || (heading.isMarked() && rows >= LEAST_ROWS);
    }

    /** Whether a text goes on as sentences do, though its end is not one: the full stop forgotten, {@code at 6:30 a.m.} */
    private static boolean isPhrase(Block.Text text) {
        return text.linkShare() == 0
                && Words.count(text.text()) >= LEAST_PHRASE
                && (text.text().endsWith(".") || !Words.isTitleCase(text.text()));
    }

    void add(Place place) {
        places.add(place);
    }

    void add(Block.Flag flag) {
        flags.putIfAbsent(Words.key(flag.name()), flag);
        places.add(flag.place());
    }

    /** Takes words in, unless a reader has them already: the heading once more, or a paragraph a second time. */
    void add(Block.Text text) {
        if (!Words.hasLetters(text.text()) || repeatsHeading(text)) {
            return;
        }
        if (text.text().length() < LEAST_REPEAT || longTexts.add(text.text())) {
            texts.add(text);
            places.add(text.place());
        }
    }

    void add(Block.Image image) {
        images.add(image);
    }

    /** Returns what a reader is told; two items that tell the same are one. */
    Object told() {
        return List.of(Words.key(title()), flags.keySet(), words());
    }

    TopicDraft toDraft(@Nullable Group group) {
        Set<Link> links = new LinkedHashSet<>();
        for (Block.Text text : texts) {
            for (Anchor anchor : text.links()) {
                String url = anchor.url();
                if (url.toLowerCase(Locale.ROOT).startsWith("http")) {
                    links.add(new Link(url, anchor.words()));
                }
            }
        }
        TextRepair repair = new TextRepair();
        List<String> flagNames = new ArrayList<>(flags.size());
        StringJoiner written = new StringJoiner("; ");
        for (Block.Flag flag : flags.values()) {
            if (flag.written()) {
                written.add(flag.name());
            } else {
                flagNames.add(flag.name());
            }
            // the table of countries understands a damaged name; the flag keeps the page's own words
            repair.mend(flag.name());
        }
        String mendedTitle = repair.mend(title);
        List<String> paragraphs = words();
        paragraphs.replaceAll(repair::mend);
        List<Image> photos = new ArrayList<>(images.size());
        for (Block.Image image : images) {
            photos.add(image(image, repair));
        }
        return new TopicDraft(
                mendedTitle,
                group,
                List.copyOf(flagNames),
                written.toString(),
                List.copyOf(paragraphs),
                List.copyOf(photos),
                List.copyOf(links),
                evidence(repair.repairs()));
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(texts.size());
        for (Block.Text text : texts) {
            words.add(text.text());
        }
        return words;
    }

    private boolean repeatsHeading(Block.Text text) {
        if (text instanceof Block.TableRow row) {
            return row.cells().stream().allMatch(cell -> Words.same(cell, title()));
        }
        return Words.same(text.text(), title());
    }

    private Image image(Block.Image image, TextRepair repair) {
        String alt = image.alt();
        String written = image.place().element().attr("alt");
        if (alt != null && written.indexOf('<') >= 0) {
            repair.note(written.strip(), alt);
        }
        return new Image(image.absoluteUrl(), alt == null ? null : repair.mend(alt), caption(image, repair));
    }

    /** Returns the words that belong to a photo, unless they only say the heading once more. */
    private @Nullable String caption(Block.Image image, TextRepair repair) {
        String caption = image.caption();
        return caption == null || Words.same(caption, title()) ? null : repair.mend(caption);
    }

    private Evidence evidence(@Nullable List<Repair> repairs) {
        Place first = places.isEmpty() ? heading.place() : places.get(0);
        int start = first.startLine();
        int end = places.isEmpty() ? start : first.endLine();
        for (Place place : places) {
            start = Math.min(start, place.startLine());
            end = Math.max(end, place.endLine());
        }
        for (Block.Image image : images) {
            end = Math.max(end, image.place().endLine());
        }
        return new Evidence(start, end, first.selector(), null, repairs);
    }
}
