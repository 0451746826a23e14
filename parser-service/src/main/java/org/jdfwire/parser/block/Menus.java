package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Reads what stands in a page's menus, of which no block is made: some pages state their issue only there. */
final class Menus {
    private static final int MOST_LINES = 200;
    private static final int LONGEST = 80;
    private static final Pattern STEP = Pattern.compile("[>›»＞|→]");

    private final List<String> lines = new ArrayList<>();
    private int inside;

    void enter(Element element) {
        inside += Tags.isMenu(element) ? 1 : 0;
    }

    void leave(Element element) {
        inside -= inside > 0 && Tags.isMenu(element) ? 1 : 0;
    }

    /** Takes the lines of a text that stands in a menu. */
    void read(TextNode text) {
        if (inside == 0 || lines.size() >= MOST_LINES) {
            return;
        }
        for (String step : STEP.split(text.getWholeText())) {
            if (!step.isBlank() && step.length() <= LONGEST) {
                lines.add(Words.fold(step));
            }
        }
    }

    /** Returns the short lines so far; ways from the home page step by step. */
    List<String> lines() {
        return lines;
    }
}
