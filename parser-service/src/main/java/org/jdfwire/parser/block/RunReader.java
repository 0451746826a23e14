package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdfwire.parser.block.InlineRun.Picture;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Turns one run of words and pictures into blocks: which of it is a heading, a caption, a paragraph. */
final class RunReader {
    private static final int MOST_HEADING = 220;
    private static final int MOST_CAPTION = 200;
    private static final int LEAST_LEAD_WORDS = 8;
    private static final Pattern CRY = Pattern.compile("[?!？！][\"'”’)]*$");
    private static final int LEAST_RUN_IN_WORDS = 2;

    private RunReader() {}

    /**
     * Reads a run.
     *
     * @param heading the heading element around it, or null
     * @param level level of that heading element
     * @param blocks takes what was read
     */
    static void read(InlineRun run, @Nullable Element heading, int level, List<Block> blocks) {
        if (heading != null) {
            readHeading(run, heading, level, blocks);
        } else if (run.letters == 0 || run.element == null) {
            run.pictures.forEach(picture -> blocks.add(picture.block()));
        } else {
            readWords(run, run.element, blocks);
        }
    }

    private static void readHeading(InlineRun run, Element element, int level, List<Block> blocks) {
        String words = run.letters > 0 ? run.words() : alts(run);
        Place place = place(run, element);
        if (Words.letters(words) == 0
                || (run.letters == 0 && level >= Block.Heading.LABEL && (isPhotos(run) || isSaid(words, blocks)))) {
            run.pictures.forEach(picture -> blocks.add(picture.block()));
        } else if (words.length() > MOST_HEADING
                || isLead(words, blocks)
                || (level >= Block.Heading.LABEL && Words.isProse(words))) {
            flags(run).forEach(blocks::add);
            blocks.add(new Block.Paragraph(words, List.copyOf(run.links), run.linkShare(), place));
        } else {
            double linkShare = run.letters > 0 ? run.linkShare() : 0;
            blocks.add(new Block.Heading(words, level, linkShare, place));
            flags(run).forEach(blocks::add);
        }
    }

    /** Whether words right under another heading are the sentence that its news opens with. */
    private static boolean isLead(String words, List<Block> blocks) {
        return !blocks.isEmpty()
                && blocks.get(blocks.size() - 1) instanceof Block.Heading
                && words.endsWith(".")
                && Words.count(words) >= LEAST_LEAD_WORDS
                && Words.isProse(words)
                && !Words.isTitleCase(words);
    }

    /** Lettering is drawn, and drawings are no JPEG. */
    private static boolean isPhotos(InlineRun run) {
        return run.pictures.stream()
                .allMatch(picture -> picture.block() instanceof Block.Image image && Pictures.isPhoto(image.url()));
    }

    /** Whether a heading before says the same: what a picture under it says so once more is a photo. */
    private static boolean isSaid(String words, List<Block> blocks) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i) instanceof Block.Heading heading) {
                return Words.same(heading.text(), words);
            }
        }
        return false;
    }

    private static void readWords(InlineRun run, Element element, List<Block> blocks) {
        String words = run.words();
        Place place = place(run, element);
        int deck = run.lines.smallerFrom();
        if (run.isWhollyEmphasized() && deck > 0 && isHeadingLike(Words.fold(run.text.substring(0, deck)))) {
            around(run, headingAndDeck(run, deck, run.text.length(), place), blocks, true);
            return;
        }
        if (run.isWhollyEmphasized() && isHeadingLike(words)) {
            boolean underAPhoto = !run.pictures.isEmpty()
                    && run.pictures.get(0).at() == 0
                    && run.pictures.get(0).block() instanceof Block.Image;
            if (underAPhoto && isSaid(words, blocks)) {
                run.pictures.forEach(picture -> blocks.add(picture.block()));
                return;
            }
            int size = run.lines.sizeBefore(run.text.length());
            Block heading = new Block.Heading(words, Block.Heading.BOLD, run.linkShare(), size, place);
            around(run, List.of(heading), blocks, true);
            return;
        }
        int end = runInEnd(run);
        if (end > 0) {
            List<Block> lines = headingAndDeck(run, deck > 0 && deck < end ? deck : end, end, place);
            lines.add(text(Words.fold(run.text.substring(end)), run, place));
            around(run, lines, blocks, true);
            return;
        }
        if (isCaption(run, words)) {
            List<Block> pictures = run.pictures.stream().map(Picture::block).toList();
            blocks.addAll(pictures.subList(0, pictures.size() - 1));
            blocks.add(((Block.Image) pictures.get(pictures.size() - 1)).withCaption(words));
            return;
        }
        int sentence = boldSentenceEnd(run);
        if (sentence > 0) {
            Block bold = new Block.Paragraph(Words.fold(run.text.substring(0, sentence)), List.of(), 0, place);
            around(run, List.of(bold, text(Words.fold(run.text.substring(sentence)), run, place)), blocks, false);
            return;
        }
        around(run, List.of(text(words, run, place)), blocks, false);
    }

    /** Returns the heading up to the line below it that is set smaller, and that line, if any, as a paragraph. */
    private static List<Block> headingAndDeck(InlineRun run, int deck, int end, Place place) {
        List<Block> lines = new ArrayList<>();
        String words = Words.fold(run.text.substring(0, deck));
        lines.add(new Block.Heading(words, Block.Heading.BOLD, 0, run.lines.sizeBefore(deck), place));
        if (deck < end) {
            lines.add(new Block.Paragraph(Words.fold(run.text.substring(deck, end)), List.of(), 0, place));
        }
        return lines;
    }

    /** Returns where the line begins that follows bold lines which end as a sentence does, such as a question; or 0. */
    private static int boldSentenceEnd(InlineRun run) {
        int plain = run.plainFrom;
        boolean lines = plain > 0 && run.emphasizedLetters > 0 && run.lines.startsLine(plain);
        return lines && Words.endsSentence(Words.fold(run.text.substring(0, plain))) ? plain : 0;
    }

    /** Puts pictures before or after the words they stand beside; flags of a heading stand after it. */
    private static void around(InlineRun run, List<Block> words, List<Block> blocks, boolean heading) {
        if (run.pictures.isEmpty()) {
            blocks.addAll(words);
            return;
        }
        List<Block> after = new ArrayList<>();
        for (Picture picture : run.pictures) {
            boolean atEnd = picture.at() == run.letters;
            if (atEnd && !(heading && words.size() > 1) && !(heading && picture.block() instanceof Block.Flag)) {
                after.add(picture.block());
            } else if (!(heading && picture.block() instanceof Block.Flag)) {
                blocks.add(picture.block());
            }
        }
        if (heading) {
            blocks.add(words.get(0));
            flags(run).forEach(blocks::add);
            blocks.addAll(words.subList(1, words.size()));
        } else {
            blocks.addAll(words);
        }
        blocks.addAll(after);
    }

    private static Block text(String words, InlineRun run, Place place) {
        List<Anchor> links = List.copyOf(run.links);
        Element item = itemOf(place.element());
        return item != null
                ? new Block.ListItem(words, links, run.linkShare(), new Place(item, place.startLine(), place.endLine()))
                : new Block.Paragraph(words, links, run.linkShare(), place);
    }

    /** Returns the list item that an element is or wholly fills, or null. */
    private static @Nullable Element itemOf(Element element) {
        if (element.nameIs("li")) {
            return element;
        }
        Element parent = element.parent();
        return parent != null && parent.nameIs("li") && parent.childrenSize() == 1 ? parent : null;
    }

    private static boolean isHeadingLike(String words) {
        return words.length() <= MOST_HEADING
                && (!Words.endsSentence(words) || isCry(words))
                && !words.endsWith(",")
                && !words.endsWith(";");
    }

    /** Whether words ask or cry as a headline does: {@code Who Rows Us Across the River?}. */
    private static boolean isCry(String words) {
        return CRY.matcher(words).find() && Words.isTitleCase(words);
    }

    /** Returns where a bold heading ends that runs into its text, or 0. */
    private static int runInEnd(InlineRun run) {
        int plain = run.plainFrom;
        if (plain <= 0 || run.emphasizedLetters == 0) {
            return 0;
        }
        String lead = Words.fold(run.text.substring(0, plain));
        String rest = Words.fold(run.text.substring(plain));
        boolean emphasizedLeadOnly = Words.letters(lead) > 0 && isHeadingLike(lead) && !lead.endsWith(":");
        if (!emphasizedLeadOnly || rest.isEmpty()) {
            return 0;
        }
        boolean ownLine = run.firstBreak != InlineRun.NONE && run.firstBreak <= plain;
        boolean newSentence = Words.count(lead) > LEAST_RUN_IN_WORDS
                && Character.isUpperCase(rest.codePointAt(0))
                && Words.isProse(rest);
        return ownLine || newSentence ? plain : 0;
    }

    /** Words under a photo in the same block are its caption, unless they are news. */
    private static boolean isCaption(InlineRun run, String words) {
        if (run.pictures.isEmpty() || words.length() > MOST_CAPTION || Words.isProse(words)) {
            return false;
        }
        return run.pictures.stream().allMatch(picture -> picture.at() == 0)
                && run.pictures.get(run.pictures.size() - 1).block() instanceof Block.Image;
    }

    private static String alts(InlineRun run) {
        List<String> alts = new ArrayList<>();
        for (Picture picture : run.pictures) {
            if (picture.block() instanceof Block.Image image && image.alt() != null && !alts.contains(image.alt())) {
                alts.add(image.alt());
            }
        }
        return String.join(" ", alts);
    }

    private static List<Block> flags(InlineRun run) {
        if (run.pictures.isEmpty()) {
            return List.of();
        }
        return run.pictures.stream()
                .map(Picture::block)
                .filter(Block.Flag.class::isInstance)
                .toList();
    }

    private static Place place(InlineRun run, Element element) {
        int start = run.startLine;
        int end = run.endLine;
        for (Picture picture : run.pictures) {
            Place at = picture.block().place();
            start = start == 0 ? at.startLine() : Math.min(start, at.startLine());
            end = Math.max(end, at.endLine());
        }
        return new Place(element, Math.max(1, start), Math.max(1, end));
    }
}
