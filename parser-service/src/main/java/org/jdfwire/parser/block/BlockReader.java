package org.jdfwire.parser.block;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document into blocks in reading order.
 *
 * <p>It goes by what elements mean, never by class names or ids. Hidden elements, code and controls give nothing. The
 * walk keeps no call per level, so no nesting overflows the stack.
 */
public final class BlockReader {
    private final Pictures pictures;
    private final FlagWords flagWords;

    /**
     * Makes a reader.
     *
     * @param isCountry whether a text is the name of a country and nothing else
     */
    public BlockReader(Predicate<String> isCountry) {
        this.pictures = new Pictures(isCountry);
        this.flagWords = new FlagWords(isCountry);
    }

    /**
     * Returns the blocks of a document.
     *
     * @param document parsed with its source positions
     * @param survey of the same document
     */
    public List<Block> read(Document document, Survey survey) {
        boolean quirks = document.quirksMode() == Document.QuirksMode.quirks;
        Walk walk = new Walk(pictures, HiddenElements.of(survey), survey.folds(), quirks);
        document.body().filter(walk);
        walk.flush();
        List<Block> blocks = ListItems.paragraphsIfSeveral(walk.blocks);
        return flagWords.partedFrom(Ornaments.removedFrom(ScreenCopies.removedFrom(blocks)));
    }

    private static final class Walk implements NodeFilter {
        private final Pictures pictures;
        private final HiddenElements hidden;
        private final Folds folds;
        private final HeardLabels labels;
        private final List<Block> blocks = new ArrayList<>();
        private final Figure figure = new Figure();
        private InlineRun run = new InlineRun();
        private final boolean quirks;
        private final Deque<Integer> emphasisAroundTables = new ArrayDeque<>();
        private final FontSizes fonts = new FontSizes();
        private int emphasis;
        private @Nullable Element heading;
        private int level;
        private @Nullable Element link;

        Walk(Pictures pictures, HiddenElements hidden, Folds folds, boolean quirks) {
            this.pictures = pictures;
            this.hidden = hidden;
            this.folds = folds;
            this.labels = new HeardLabels(hidden, pictures);
            this.quirks = quirks;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                add(text);
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String drawn = Tags.isDrawn(element) && !hidden.contains(element) ? pictures.flag(element) : null;
            if (drawn != null) {
                add(drawn, place(element));
                return FilterResult.SKIP_ENTIRELY;
            }
            boolean label = Tags.isControl(element) && (heading != null || folds.isHeading(element));
            if ((Tags.isUnread(element) && !label) || hidden.contains(element) || Lineage.isTwin(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (heading != null && labels.contains(heading, element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            return switch (element.normalName()) {
                case "br" -> {
                    lineBreak();
                    yield FilterResult.SKIP_ENTIRELY;
                }
                case "img" -> {
                    add(element);
                    yield FilterResult.SKIP_ENTIRELY;
                }
                case "tr" -> row(element);
                default -> {
                    open(element);
                    yield FilterResult.CONTINUE;
                }
            };
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element);
            }
            return FilterResult.CONTINUE;
        }

        private void open(Element element) {
            if (isBlock(element)) {
                openBlock(element);
            }
            if (quirks && element.nameIs("table")) {
                // an old page's table does not inherit the font around it (HTML standard, 15.3.10)
                emphasisAroundTables.push(emphasis);
                emphasis = 0;
            }
            fonts.open(element);
            if (Tags.isEmphasis(element)) {
                emphasis++;
            }
            if (element.nameIs("a") && element.hasAttr("href")) {
                link = element;
                run.openLink(Links.leadsToAPage(element) ? element : null);
            }
        }

        private boolean isBlock(Element element) {
            // inside of a heading a control is words of it
            return Tags.isBlock(element) || (heading == null && folds.isHeading(element)) || element == heading;
        }

        private void openBlock(Element element) {
            // an unclosed heading swallows what follows: a block inside it ends it once it has its words
            if (heading == null || !run.isEmpty()) {
                flush();
            }
            int newLevel = folds.isHeading(element) ? Block.Heading.LABEL : Tags.headingLevel(element);
            if (newLevel > 0) {
                heading = element;
                level = newLevel;
            }
            figure.open(element, blocks.size());
        }

        private void close(Element element) {
            if (isBlock(element)) {
                flush();
                if (element == heading) {
                    heading = null;
                }
                figure.close(element, blocks);
            }
            fonts.close(element);
            if (Tags.isEmphasis(element)) {
                emphasis--;
            }
            if (quirks && element.nameIs("table")) {
                emphasis = emphasisAroundTables.pop();
            }
            if (element == link) {
                link = null;
                run.closeLink();
            }
        }

        private void add(TextNode text) {
            String words = text.getWholeText();
            List<String> flags = pictures.flags(words);
            if (!flags.isEmpty()) {
                Place place = place(Lineage.blockAround(text));
                flags.forEach(name -> add(name, place));
                return;
            }
            boolean begins = run.breaks() > 0 && (isIndented(words) || (emphasis == 0 && Words.beginsListed(words)));
            if (begins && heading == null && run.letters > 0) {
                flush();
            }
            run.add(text, emphasis > 0, fonts.current());
        }

        private void lineBreak() {
            run.addBreak();
            if (run.breaks() > 1 && heading == null) {
                flush();
            }
        }

        private void add(String country, Place place) {
            boolean newLine = run.breaks() > 0 || run.endsSentence();
            if (heading == null && run.letters > 0 && newLine) {
                flush();
            }
            run.add(new Block.Flag(country, place));
        }

        private static Place place(Element element) {
            int line = Math.max(1, element.sourceRange().start().lineNumber());
            return new Place(
                    element, line, Math.max(line, element.sourceRange().end().lineNumber()));
        }

        private void add(Element image) {
            Place place = place(image);
            String country = pictures.flag(image);
            if (country != null) {
                add(country, place);
            } else if (!Tags.isSpacer(image) && !image.attr("src").isBlank()) {
                boolean linked = link != null && !Links.showsItsPhoto(link, image.attr("src"));
                run.add(new Block.Image(image.attr("src"), Pictures.alt(image), null, linked, place));
            }
        }

        private FilterResult row(Element row) {
            flush();
            List<Element> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                if (!hidden.contains(cell) && !TextScan.isBlank(cell)) {
                    cells.add(cell);
                }
            }
            if (cells.size() < 2 || !TextRows.isData(row, image -> pictures.flag(image) != null)) {
                return FilterResult.CONTINUE;
            }
            row.getElementsByTag("img").forEach(this::add);
            flush();
            blocks.add(TextRows.read(row, cells));
            return FilterResult.SKIP_ENTIRELY;
        }

        void flush() {
            if (run.isUntouched()) {
                return;
            }
            InlineRun done = run;
            run = done.next();
            if (done.isEmpty()) {
                return;
            }
            if (figure.takesCaption(done)) {
                return;
            }
            if (heading != null && level < Block.Heading.LABEL) {
                Lettering.ofHeading(done);
            }
            RunReader.read(done, heading, level, blocks);
            heading = null;
        }

        /** Whether words follow that are set in, as a paragraph's first line is. */
        private static boolean isIndented(String words) {
            int at = 0;
            while (at < words.length()
                    && (words.charAt(at) == '\n' || words.charAt(at) == '\r' || words.charAt(at) == ' ')) {
                at++;
            }
            boolean indented = words.startsWith("\u3000", at)
                    || words.startsWith("\u2003", at)
                    || words.startsWith("\u00A0\u00A0", at);
            return indented && !words.isBlank();
        }
    }
}
