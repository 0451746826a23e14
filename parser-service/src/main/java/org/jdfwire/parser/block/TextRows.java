package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;

/** Tells rows of data from rows that only lay out the page, and reads the former. */
final class TextRows {
    private TextRows() {}

    /**
     * Returns whether every cell is a short run of words; a picture that is no flag, a list or a long text makes it layout,
     * and so do two cells that each hold a sentence under bold words: those are columns of news.
     */
    static boolean isData(Element row, Predicate<Element> isFlag) {
        boolean flags = false;
        boolean prose = false;
        int columns = 0;
        for (Element cell : row.children()) {
            if (!TextScan.isData(cell, isFlag)) {
                return false;
            }
            flags |= cell.selectFirst("img") != null;
            boolean sentence = Words.isProse(Words.fold(cell.text()));
            prose |= sentence;
            columns += sentence && opensBold(cell) ? 1 : 0;
        }
        // beside a flag a sentence is news, not data
        return !(flags && prose) && columns < 2;
    }

    private static boolean opensBold(Element cell) {
        Element first = cell.firstElementChild();
        while (first != null && !Tags.isEmphasis(first)) {
            first = first.firstElementChild();
        }
        return first != null
                && cell.text().startsWith(first.text())
                && first.text().length() < cell.text().length();
    }

    /** Reads a row of data. */
    static Block.TableRow read(Element row, List<Element> cells) {
        List<String> texts = new ArrayList<>();
        List<Anchor> links = new ArrayList<>();
        int letters = 0;
        int linkedLetters = 0;
        for (Element cell : cells) {
            String text = Words.fold(cell.text());
            texts.add(text);
            letters += Words.letters(text);
            for (Element anchor : cell.getElementsByTag("a")) {
                if (!anchor.hasAttr("href")) {
                    continue;
                }
                String words = Words.fold(anchor.text());
                linkedLetters += Words.letters(words);
                if (Words.letters(words) > 0 && Links.leadsToAPage(anchor)) {
                    links.add(new Anchor(anchor, words));
                }
            }
        }
        int start = Math.max(1, row.sourceRange().start().lineNumber());
        int end = Math.max(start, row.endSourceRange().end().lineNumber());
        double linkShare = letters == 0 ? 0 : (double) linkedLetters / letters;
        return new Block.TableRow(
                line(texts), List.copyOf(texts), List.copyOf(links), linkShare, new Place(row, start, end));
    }

    /** Returns cells as a line: two as {@code term: text}, more between bars. */
    private static String line(List<String> cells) {
        return cells.size() == 2 ? cells.get(0) + ": " + cells.get(1) : String.join(" | ", cells);
    }
}
