package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The words and pictures that stand on the same lines, between two block boundaries. */
final class InlineRun {
    /** Index of no character. */
    static final int NONE = -1;

    private static final int USUAL_LENGTH = 80;

    /** How far back the end of a sentence is looked for. */
    private static final int SENTENCE_END = 40;

    /**
     * A picture among the words.
     *
     * @param block the flag or image
     * @param at how many letters stand before it
     */
    record Picture(Block block, int at) {}

    final StringBuilder text = new StringBuilder(USUAL_LENGTH);
    final List<Picture> pictures = new ArrayList<>();
    final List<Anchor> links = new ArrayList<>();
    final RunLines lines = new RunLines();
    int letters;
    int linkedLetters;
    int emphasizedLetters;
    /** Where the first line break stands. */
    int firstBreak = NONE;
    /** Where the first words that are not emphasized begin. */
    int plainFrom = NONE;

    int startLine;
    int endLine;

    @Nullable
    Element element;

    private int breaks;
    private boolean linked;
    private @Nullable Element linkTarget;
    private int linkFrom;

    boolean isEmpty() {
        return letters == 0 && pictures.isEmpty();
    }

    /** Whether nothing was read since it was made. */
    boolean isUntouched() {
        return text.length() == 0 && pictures.isEmpty() && breaks == 0 && !linked;
    }

    /** Returns all its words, folded. */
    String words() {
        return Words.fold(text.toString());
    }

    boolean isWhollyEmphasized() {
        return letters > 0 && emphasizedLetters == letters;
    }

    double linkShare() {
        return letters == 0 ? 0 : (double) linkedLetters / letters;
    }

    /** Line breaks since the last word or picture. */
    int breaks() {
        return breaks;
    }

    /** Whether the words so far end as a sentence does. */
    boolean endsSentence() {
        return Words.endsSentence(Words.fold(text.substring(Math.max(0, text.length() - SENTENCE_END))));
    }

    void add(TextNode node, boolean emphasized, int size) {
        String words = node.getWholeText();
        boolean blank = Words.isBlank(words);
        if (blank && text.length() == 0) {
            return;
        }
        int wordLetters = blank ? 0 : Words.letters(words);
        if (!blank) {
            noteLines(node, words);
            if (breaks > 0 && text.length() > 0 && firstBreak == NONE && letters > 0) {
                firstBreak = text.length();
            }
            breaks = 0;
        }
        if (wordLetters > 0) {
            lines.add(text.length(), size);
        }
        if (wordLetters > 0 && !emphasized && plainFrom == NONE) {
            plainFrom = text.length();
        }
        letters += wordLetters;
        linkedLetters += linked ? wordLetters : 0;
        emphasizedLetters += emphasized ? wordLetters : 0;
        text.append(words);
    }

    void addBreak() {
        breaks++;
        lines.end();
        text.append(' ');
    }

    void add(Block picture) {
        pictures.add(new Picture(picture, letters));
        if (picture instanceof Block.Flag && text.length() > 0) {
            // words before a flag and after it are not one word
            text.append(' ');
        }
        breaks = 0;
    }

    /** Opens a link; a target of null is one that leads nowhere else. */
    void openLink(@Nullable Element target) {
        linked = true;
        linkTarget = target;
        linkFrom = text.length();
    }

    void closeLink() {
        if (linkTarget != null) {
            String words = Words.fold(text.substring(linkFrom));
            if (Words.letters(words) > 0) {
                links.add(new Anchor(linkTarget, words));
            }
        }
        linked = false;
        linkTarget = null;
    }

    /** Returns a fresh run inside the same link, after closing this one. */
    InlineRun next() {
        InlineRun next = new InlineRun();
        if (linked) {
            next.openLink(linkTarget);
            closeLink();
        }
        return next;
    }

    private void noteLines(TextNode node, String words) {
        int start = node.sourceRange().start().lineNumber();
        int first = 0;
        while (first < words.length() && Words.isSpace(words.charAt(first))) {
            first++;
        }
        int last = words.length();
        while (last > first && Words.isSpace(words.charAt(last - 1))) {
            last--;
        }
        int line = Math.max(1, start + newlines(words, 0, first));
        if (element == null) {
            startLine = line;
            element = Lineage.blockAround(node);
        }
        endLine = Math.max(startLine, line + newlines(words, first, last));
    }

    private static int newlines(String words, int from, int to) {
        int newlines = 0;
        for (int i = from; i < to; i++) {
            newlines += words.charAt(i) == '\n' ? 1 : 0;
        }
        return newlines;
    }
}
